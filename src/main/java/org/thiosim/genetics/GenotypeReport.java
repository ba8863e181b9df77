package org.thiosim.genetics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thiosim.genetics.GuidelineTable.Situation;

/**
 * What the tables say of one or both genes of a person.
 *
 * @param genes by gene, those that were called
 * @param doses starting doses of every guideline for every combination of phenotypes that is left open
 */
public record GenotypeReport(Map<Gene, GeneFacts> genes, List<DoseAdvice> doses) {
    public GenotypeReport {
        Map<Gene, GeneFacts> copy = new EnumMap<>(Gene.class);
        copy.putAll(genes);
        genes = Collections.unmodifiableMap(copy);
        doses = List.copyOf(doses);
    }

    /**
     * What the tables say of one gene.
     *
     * @param written calls of the diplotypes as reported
     * @param ambiguous calls of the diplotypes that show the same variants where phase is not known
     * @param shares how likely each of all these is by the allele frequencies, the likeliest first; they sum to 1, and
     *     are empty where no allele has a frequency or there is one diplotype only
     * @param phenotypes those left open, the likeliest first
     */
    public record GeneFacts(
            GeneCall call,
            List<PhenotypeCall> written,
            List<PhenotypeCall> ambiguous,
            Map<Diplotype, Double> shares,
            List<Phenotype> phenotypes) {
        public GeneFacts {
            written = List.copyOf(written);
            ambiguous = List.copyOf(ambiguous);
            shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
            phenotypes = List.copyOf(phenotypes);
        }

        /** Every call, the likeliest first. */
        public List<PhenotypeCall> calls() {
            List<PhenotypeCall> calls = new ArrayList<>(written);
            calls.addAll(ambiguous);
            calls.sort(Comparator.comparingDouble(c -> -share(c)));
            return calls;
        }

        /** How likely a call is; 0 where that is not known. */
        public double share(PhenotypeCall call) {
            return shares.getOrDefault(call.diplotype(), 0.0);
        }
    }

    /** One guideline's starting dose in one situation. */
    public record DoseAdvice(String guideline, TableVersion version, Situation situation, StartingDose dose) {}

    /** The report of some calls; an unknown allele is refused with near matches. A gene not called counts as normal. */
    public static GenotypeReport of(Map<Gene, GeneCall> calls, GeneticData tables) {
        Map<Gene, GeneFacts> facts = new EnumMap<>(Gene.class);
        calls.forEach((gene, call) -> facts.put(gene, facts(call, tables.alleles(gene), tables.frequencies())));
        List<DoseAdvice> doses = new ArrayList<>();
        for (GuidelineTable guideline : tables.guidelines()) {
            for (Situation situation : Situation.all()) {
                if (open(facts, Gene.TPMT).contains(situation.tpmt())
                        && open(facts, Gene.NUDT15).contains(situation.nudt15())) {
                    doses.add(new DoseAdvice(
                            guideline.id(), guideline.version(), situation, guideline.startingDose(situation)));
                }
            }
        }
        return new GenotypeReport(facts, doses);
    }

    private static GeneFacts facts(GeneCall call, AlleleTable table, FrequencyTable frequencies) {
        List<PhenotypeCall> written =
                call.candidates().stream().map(table::call).distinct().toList();
        List<PhenotypeCall> ambiguous =
                call.calls(table).stream().filter(c -> !written.contains(c)).toList();
        Map<Diplotype, Double> shares = shares(call.calls(table), frequencies);
        List<Phenotype> phenotypes = written.isEmpty()
                ? call.phenotypes(table)
                : call.calls(table).stream()
                        .sorted(Comparator.comparingDouble(c -> -shares.getOrDefault(c.diplotype(), 0.0)))
                        .map(PhenotypeCall::phenotype)
                        .distinct()
                        .toList();
        return new GeneFacts(call, written, ambiguous, shares, phenotypes);
    }

    private static Map<Diplotype, Double> shares(List<PhenotypeCall> calls, FrequencyTable frequencies) {
        Map<Diplotype, Double> expected = new LinkedHashMap<>();
        calls.forEach(c -> expected.put(c.diplotype(), frequencies.expected(c.diplotype())));
        double sum = expected.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<Diplotype, Double> shares = new LinkedHashMap<>();
        if (sum > 0 && expected.size() > 1) {
            expected.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .forEach(e -> shares.put(e.getKey(), e.getValue() / sum));
        }
        return shares;
    }

    private static List<Phenotype> open(Map<Gene, GeneFacts> facts, Gene gene) {
        return Optional.ofNullable(facts.get(gene))
                .map(GeneFacts::phenotypes)
                .filter(p -> !p.isEmpty())
                .orElse(List.of(Phenotype.NORMAL));
    }
}
