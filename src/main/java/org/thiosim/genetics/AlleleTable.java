package org.thiosim.genetics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The star alleles of one gene in one edition, and what any two of them mean together.
 *
 * @param alleles by name, in the order of the table
 * @param activity relative activity of the determinate phenotypes
 */
public record AlleleTable(Gene gene, TableVersion version, Map<String, Allele> alleles, PhenotypeActivity activity) {
    public AlleleTable {
        alleles = Collections.unmodifiableMap(new LinkedHashMap<>(alleles));
    }

    private static final int FEW = 5;

    public static AlleleTable of(
            Gene gene, TableVersion version, Collection<Allele> alleles, PhenotypeActivity activity) {
        Map<String, Allele> byName = new LinkedHashMap<>();
        for (Allele allele : alleles) {
            if (byName.put(allele.name(), allele) != null) {
                throw new IllegalArgumentException(gene + " " + allele.name() + " stands twice in the table");
            }
        }
        return new AlleleTable(gene, version, byName, activity);
    }

    /**
     * The allele of a name.
     *
     * @throws IllegalArgumentException for an unknown allele, with near matches
     */
    public Allele allele(String name) {
        Allele allele = alleles.get(name);
        if (allele == null) {
            throw new IllegalArgumentException(unknown(name));
        }
        return allele;
    }

    private String unknown(String name) {
        List<String> near = Words.nearMatches(name, name.replaceAll("[A-Z]$", ""), alleles.keySet());
        List<String> all = List.copyOf(alleles.keySet());
        String known = near.isEmpty()
                ? "it holds " + all.get(0) + " to " + all.get(all.size() - 1) + ", such as "
                        + String.join(", ", all.subList(1, Math.min(all.size(), FEW))) + "; 'thiosim genotype " + gene
                        + " --alleles' lists all"
                : "near matches: " + String.join(", ", near) + "; it holds " + all.get(0) + " to "
                        + all.get(all.size() - 1);
        return gene + " has no allele " + name + " in " + version.title() + ", version " + version.version() + "; "
                + known;
    }

    /** Phenotype and activity of a diplotype of this gene; an unknown allele is refused with near matches. */
    public PhenotypeCall call(Diplotype diplotype) {
        if (diplotype.gene() != gene) {
            throw new IllegalArgumentException(diplotype + " is not a diplotype of " + gene);
        }
        Allele first = allele(diplotype.first());
        Allele second = allele(diplotype.second());
        Phenotype phenotype = Phenotype.of(first.function(), second.function());
        return new PhenotypeCall(
                diplotype, first, second, phenotype, RelativeActivity.of(first, second, activity), version);
    }

    /** The call as written, followed by those of its {@link #ambiguities}. */
    public List<PhenotypeCall> calls(Diplotype diplotype) {
        return Stream.concat(Stream.of(diplotype), ambiguities(diplotype).stream())
                .map(this::call)
                .toList();
    }

    /**
     * The other diplotypes that show the same variants when phase is not known, such as {@code *3B/*3C} for {@code
     * *1/*3A}; none for a phased diplotype.
     */
    public List<Diplotype> ambiguities(Diplotype diplotype) {
        PhenotypeCall asWritten = call(diplotype);
        if (diplotype.phased()) {
            return List.of();
        }
        List<String> observed = observation(asWritten.first(), asWritten.second());
        List<Allele> all = List.copyOf(alleles.values());
        List<Diplotype> others = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (Allele second : all.subList(i, all.size())) {
                if (observation(all.get(i), second).equals(observed)) {
                    others.add(Diplotype.of(gene, all.get(i).name(), second.name()));
                }
            }
        }
        others.remove(diplotype);
        return List.copyOf(others);
    }

    /** The variants of both chromosomes, sorted; a homozygous one stands twice. */
    private static List<String> observation(Allele first, Allele second) {
        return Stream.concat(first.variants().stream(), second.variants().stream())
                .sorted()
                .toList();
    }
}
