package org.thiosim.report;

import java.util.Map;
import java.util.Optional;

/** Enzyme tags in words, such as {@code methylation by TPMT in red cells}; a tag that has none is its own name. */
final class EnzymeWords {
    private static final Map<String, String> ENZYMES = Map.ofEntries(
            Map.entry("XO", "oxidation by XO"),
            Map.entry("AO", "oxidation by AO"),
            Map.entry("TPMT", "methylation by TPMT"),
            Map.entry("HGPRT", "activation by HGPRT"),
            Map.entry("GST", "splitting of azathioprine by GST"),
            Map.entry("IMPDH", "formation of 6-TGMP by IMPDH"),
            Map.entry("kinase", "phosphorylation by kinases"),
            Map.entry("NT5", "breakdown by NT5"),
            Map.entry("ITPA", "breakdown by ITPA"),
            Map.entry("NUDT15", "inactivation by NUDT15"),
            Map.entry("DNA-polymerase", "incorporation into DNA"));
    private static final Map<String, String> SITES = Map.of(
            "gut", "in the gut",
            "liver", "in the liver",
            "body", "in the body",
            "rbc", "in red cells",
            "rbc-1", "to 6-MMPR in red cells",
            "rbc-2", "of 6-TGMP in red cells (a modelling device)",
            "marrow", "in nucleated cells");

    private EnzymeWords() {}

    static String of(String tag) {
        String[] parts = tag.split("@", 2);
        Optional<String> enzyme = Optional.ofNullable(ENZYMES.get(parts[0]));
        Optional<String> site = parts.length == 1 ? Optional.of("") : Optional.ofNullable(SITES.get(parts[1]));
        return enzyme.flatMap(e -> site.map(s -> (e + " " + s).strip())).orElse(tag);
    }
}
