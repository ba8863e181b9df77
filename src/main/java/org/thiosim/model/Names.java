package org.thiosim.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The symbols that formulas of a model can use; each is defined once across all its files, covariates excepted. */
final class Names {
    private static final String COVARIATES = "covariates";

    private Names() {}

    static Set<String> of(Model model) {
        Set<String> names = new LinkedHashSet<>();
        names.add(Model.RBC_PACKING);
        model.parts().forEach(p -> sections(p).values().forEach(names::addAll));
        return names;
    }

    static List<Flaw> clashes(Model model) {
        List<Flaw> flaws = new ArrayList<>();
        Map<String, String> first = new HashMap<>();
        for (ModelPart part : model.parts()) {
            sections(part)
                    .forEach((section, ids) -> ids.forEach(id -> {
                        String earlier = first.putIfAbsent(id, section + " of " + part.file());
                        if (earlier != null && !(section.equals(COVARIATES) && earlier.startsWith(COVARIATES))) {
                            flaws.add(new Flaw(section, id, "", "'" + id + "' is already defined in " + earlier));
                        }
                    }));
            flaws.addAll(otherUnits(part, model));
            clashes(part, "reactions", part.network().reactions().keySet(), first, flaws);
            clashes(part, "effects", part.network().effects().keySet(), first, flaws);
            clashes(part, "observables", part.outputs().observables().keySet(), first, flaws);
            clashes(part, "drugs", part.inputs().drugs().keySet(), first, flaws);
        }
        return flaws;
    }

    /** Covariates that a part declares with another dimension than the first file that has them. */
    private static List<Flaw> otherUnits(ModelPart part, Model model) {
        List<Flaw> flaws = new ArrayList<>();
        part.inputs().covariates().forEach((id, own) -> {
            Covariate merged = model.inputs().covariates().getOrDefault(id, own);
            if (!merged.unit().dimension().equals(own.unit().dimension())) {
                flaws.add(new Flaw(
                        COVARIATES,
                        id,
                        "unit",
                        id + " is in " + merged.unit().text() + " elsewhere in the model, here in "
                                + own.unit().text()));
            }
        });
        return flaws;
    }

    private static void clashes(
            ModelPart part, String section, Set<String> ids, Map<String, String> first, List<Flaw> flaws) {
        for (String id : ids) {
            String earlier = first.putIfAbsent(section + "/" + id, part.file());
            if (earlier != null) {
                flaws.add(new Flaw(section, id, "", "'" + id + "' is already defined in " + earlier));
            }
        }
    }

    private static Map<String, Set<String>> sections(ModelPart part) {
        Map<String, Set<String>> sections = new LinkedHashMap<>();
        sections.put(COVARIATES, part.inputs().covariates().keySet());
        sections.put("windows", part.inputs().windows().keySet());
        sections.put("species", part.network().species().keySet());
        sections.put("parameters", part.numbers().parameters().keySet());
        sections.put("individual", part.numbers().individual().keySet());
        sections.put("quantities", part.network().quantities().keySet());
        return sections;
    }

    /** Every enzyme tag of the reactions, and every enzyme without its site. */
    static Set<String> tags(Model model) {
        Set<String> tags = new TreeSet<>();
        model.network()
                .reactions()
                .values()
                .forEach(r -> r.enzyme().ifPresent(t -> {
                    tags.add(t.toString());
                    tags.add(t.enzyme());
                }));
        return tags;
    }
}
