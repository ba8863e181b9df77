package org.thiosim.model;

import java.util.Map;
import java.util.Optional;
import org.thiosim.units.Quantity;

/**
 * A drug that can be dosed.
 *
 * @param molarMass molar mass of the form that mg mean by default
 * @param forms molar mass by form, for example anhydrous and monohydrate; may be empty
 * @param routes species that receives a dose, by route; empty for a drug that only opens dose windows
 */
public record Drug(
        String id, Quantity molarMass, Map<String, Quantity> forms, Map<String, String> routes, Provenance provenance) {
    public Drug {
        forms = Ordered.copy(forms);
        routes = Ordered.copy(routes);
    }

    /** Molar mass of a form; the drug's own where no form or an unknown one is given. */
    public Quantity molarMass(Optional<String> form) {
        return form.flatMap(f -> Optional.ofNullable(forms.get(f))).orElse(molarMass);
    }
}
