package org.thiosim.genetics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
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
     * @param phenotypes those left open
     */
    public record GeneFacts(
            GeneCall call, List<PhenotypeCall> written, List<PhenotypeCall> ambiguous, List<Phenotype> phenotypes) {
        public GeneFacts {
            written = List.copyOf(written);
            ambiguous = List.copyOf(ambiguous);
            phenotypes = List.copyOf(phenotypes);
        }
    }

    /** One guideline's starting dose in one situation. */
    public record DoseAdvice(String guideline, TableVersion version, Situation situation, StartingDose dose) {}

    /** The report of some calls; an unknown allele is refused with near matches. A gene not called counts as normal. */
    public static GenotypeReport of(Map<Gene, GeneCall> calls, GeneticData tables) {
        Map<Gene, GeneFacts> facts = new EnumMap<>(Gene.class);
        calls.forEach((gene, call) -> facts.put(gene, facts(call, tables.alleles(gene))));
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

    private static GeneFacts facts(GeneCall call, AlleleTable table) {
        List<PhenotypeCall> written =
                call.candidates().stream().map(table::call).distinct().toList();
        List<PhenotypeCall> ambiguous =
                call.calls(table).stream().filter(c -> !written.contains(c)).toList();
        return new GeneFacts(call, written, ambiguous, call.phenotypes(table));
    }

    private static List<Phenotype> open(Map<Gene, GeneFacts> facts, Gene gene) {
        return Optional.ofNullable(facts.get(gene))
                .map(GeneFacts::phenotypes)
                .filter(p -> !p.isEmpty())
                .orElse(List.of(Phenotype.NORMAL));
    }
}
