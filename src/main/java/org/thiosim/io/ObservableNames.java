package org.thiosim.io;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.thiosim.model.Model;
import org.thiosim.model.Species;

/** The names under which publications know the observables of a model. */
final class ObservableNames {
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("tgn", "6-TGN"),
            Map.entry("6tgn", "6-TGN"),
            Map.entry("mmpr", "6-MMPR"),
            Map.entry("6mmpr", "6-MMPR"),
            Map.entry("6-mmp", "6-MMPR"),
            Map.entry("6mmp", "6-MMPR"),
            Map.entry("6-mmpn", "6-MMPR"),
            Map.entry("mmpn", "6-MMPR"),
            Map.entry("ratio", "6-MMPR/6-TGN"),
            Map.entry("mmpr/tgn", "6-MMPR/6-TGN"),
            Map.entry("6-mmp/6-tgn", "6-MMPR/6-TGN"),
            Map.entry("dnatg", "DNA-TG"),
            Map.entry("dna-6-tg", "DNA-TG"),
            Map.entry("anc", "neutrophils"),
            Map.entry("neutrophil count", "neutrophils"),
            Map.entry("wbc", "leucocytes"),
            Map.entry("leukocytes", "leucocytes"),
            Map.entry("6-mp", "6-MP plasma"),
            Map.entry("plasma 6-mp", "6-MP plasma"),
            Map.entry("mercaptopurine plasma", "6-MP plasma"),
            Map.entry("6-tua", "6-TUA plasma"),
            Map.entry("6-thiouric acid", "6-TUA plasma"),
            Map.entry("oxypurinol", "oxypurinol plasma"),
            Map.entry("febuxostat", "febuxostat plasma"),
            Map.entry("azathioprine", "azathioprine plasma"),
            Map.entry("6-mp urine", "6-MP in urine"));

    private ObservableNames() {}

    /** The model's id of what a file calls by name, or by another name for it, in any case. */
    static Optional<String> find(Model model, String name) {
        Set<String> known = model.outputs().observables().keySet();
        if (known.contains(name)) {
            return Optional.of(name);
        }
        if (name.startsWith(Species.AMOUNT_OF)) {
            return Optional.of(name)
                    .filter(n -> model.network().species().containsKey(n.substring(Species.AMOUNT_OF.length())));
        }
        String alias = canonical(name);
        return known.stream().filter(k -> k.equalsIgnoreCase(alias)).findFirst();
    }

    private static String canonical(String name) {
        return Optional.ofNullable(ALIASES.get(name.toLowerCase(Locale.ROOT))).orElse(name);
    }

    /** What to say of a name that the model does not have. */
    static String unknown(Model model, String name) {
        String alias = canonical(name);
        return alias.equals(name)
                ? "unknown observable '" + name + "'"
                        + YamlMap.suggestion(
                                name,
                                new TreeSet<>(model.outputs().observables().keySet()))
                : "'" + name + "' is the observable '" + alias
                        + "', which this model lacks; add its module under 'with'";
    }
}
