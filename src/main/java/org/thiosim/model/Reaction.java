package org.thiosim.model;

import java.util.Optional;

/**
 * A flux between two species, or from or to the outside of the model.
 *
 * @param from species that is drained
 * @param to species that receives
 * @param enzyme the enzyme whose effects reach the reaction
 * @param process what carries the flux where no enzyme does, for example renal; may be empty
 */
public record Reaction(
        String id,
        Optional<String> from,
        Optional<String> to,
        RateLaw law,
        Optional<EnzymeTag> enzyme,
        String process) {

    /** The enzyme tag, else the process, else an empty text. */
    public String carrier() {
        return enzyme.map(EnzymeTag::toString).orElse(process);
    }
}
