package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.thiosim.model.Effect;
import org.thiosim.model.EnzymeTag;
import org.thiosim.model.Model;
import org.thiosim.model.ModelPart;

/**
 * What a module would do and its host has no enzyme for. A module of which nothing acts leaves the levels as they are
 * without it, which must not be read as an interaction that does no harm.
 */
final class NotModelled {
    private NotModelled() {}

    static List<String> of(Model model) {
        List<String> texts = new ArrayList<>();
        List<Effect> unreached = model.unreached();
        for (ModelPart part : model.modules()) {
            Collection<Effect> effects = part.network().effects().values();
            List<Effect> missing = effects.stream().filter(unreached::contains).toList();
            String module = part.header().id();
            missing.forEach(e -> texts.add("Not modelled here: " + e.title() + "; " + model.id()
                    + " has no reaction by " + enzymes(e)
                    + (!model.acts(part)
                            ? ". Nothing else of " + module + " acts here: the levels are those without " + module
                                    + " and say nothing of their interaction"
                            : ". The levels hold only what else " + module + " does")));
        }
        return texts;
    }

    private static String enzymes(Effect effect) {
        return String.join(", ", effect.on().stream().map(EnzymeTag::toString).toList());
    }
}
