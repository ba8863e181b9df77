package org.thiosim.cohort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.thiosim.cohort.CohortBlock.ArmBlock;
import org.thiosim.cohort.CohortSummary.GenotypeCount;
import org.thiosim.genetics.Gene;

/** Makes the statistics of a cohort from its blocks, which must come in their order. */
public final class Tally {
    private static final String BOTH_GENES = "TPMT and NUDT15";
    private static final String PAIR = GenotypeCount.PAIR;
    private static final long MOST_KEPT = 1_500_000;

    private final Cohort cohort;
    private final Map<String, StratumTally> strata = new LinkedHashMap<>();
    private final Map<List<String>, WeightedMean> genotypes = new LinkedHashMap<>();
    private final Map<String, boolean[]> otherwise;
    private final boolean exact;
    private long patients;
    private double weights;
    private double squares;
    private long failures;

    public Tally(Cohort cohort) {
        this.cohort = cohort;
        this.exact = cohort.size()
                        * cohort.treatment().arms().size()
                        * cohort.treatment().outputs().hours().size()
                        * cohort.treatment().outputs().observables().size()
                <= MOST_KEPT;
        Strata.of(cohort.population()).forEach(s -> strata.put(s, new StratumTally(s, cohort.treatment(), exact)));
        this.otherwise = prescriptions(cohort);
    }

    /** For each pair of phenotypes, the arms that prescribe something else than the first. */
    private static Map<String, boolean[]> prescriptions(Cohort cohort) {
        List<CohortArm> arms = cohort.treatment().arms();
        Map<String, boolean[]> otherwise = new HashMap<>();
        for (Phenotypes phenotypes : arms.get(0).regimens().keySet()) {
            boolean[] differs = new boolean[arms.size()];
            for (int arm = 1; arm < arms.size(); arm++) {
                differs[arm] = !arms.get(arm).prescribesTheSame(arms.get(0), phenotypes);
            }
            otherwise.put(phenotypes.toString(), differs);
        }
        return otherwise;
    }

    /** Counts a block. */
    public void add(CohortBlock block) {
        for (int i = 0; i < block.patients().size(); i++) {
            PatientRow row = block.patients().get(i);
            patients++;
            weights += row.weight();
            squares += row.weight() * row.weight();
            count(row, Gene.TPMT, PatientColumns.TPMT_DIPLOTYPE, PatientColumns.TPMT_PHENOTYPE);
            count(row, Gene.NUDT15, PatientColumns.NUDT15_DIPLOTYPE, PatientColumns.NUDT15_PHENOTYPE);
            String pair = "TPMT " + row.label(PatientColumns.TPMT_PHENOTYPE) + ", NUDT15 "
                    + row.label(PatientColumns.NUDT15_PHENOTYPE);
            add(row, BOTH_GENES, PAIR, pair);
            boolean[] differs =
                    otherwise.getOrDefault(pair, new boolean[block.arms().size()]);
            List<double[][]> values = new ArrayList<>();
            List<double[]> metrics = new ArrayList<>();
            for (ArmBlock arm : block.arms()) {
                values.add(arm.values()[i]);
                metrics.add(arm.metrics()[i]);
            }
            for (String stratum : Strata.of(row)) {
                StratumTally tally = strata.get(stratum);
                if (tally != null) {
                    tally.add(row.weight(), values, metrics, differs);
                }
            }
        }
        failures += block.failures();
    }

    private void count(PatientRow row, Gene gene, String diplotype, String phenotype) {
        add(row, gene.name(), "diplotype", row.label(diplotype));
        add(row, gene.name(), "phenotype", row.label(phenotype));
    }

    private void add(PatientRow row, String gene, String kind, String name) {
        genotypes
                .computeIfAbsent(List.of(gene, kind, name), k -> new WeightedMean())
                .add(1, row.weight());
    }

    /** The statistics of what was counted; strata without a patient are left out. */
    public CohortSummary summary() {
        List<CohortSummary.Band> bands = new ArrayList<>();
        List<CohortSummary.Attainment> attainment = new ArrayList<>();
        List<CohortSummary.Contrast> contrasts = new ArrayList<>();
        List<CohortSummary.Spread> spreads = new ArrayList<>();
        strata.values().stream().filter(StratumTally::hasPatients).forEach(s -> {
            s.bands(bands);
            s.attainment(attainment);
            s.contrasts(contrasts);
            s.spreads(spreads);
        });
        return new CohortSummary(bands, attainment, contrasts, spreads, genotypes(), exact, failures);
    }

    private List<GenotypeCount> genotypes() {
        List<GenotypeCount> counts = new ArrayList<>();
        genotypes(Gene.TPMT, Genotype::tpmt, counts);
        genotypes(Gene.NUDT15, Genotype::nudt15, counts);
        Map<List<String>, double[]> pairs = new LinkedHashMap<>();
        cohort.population()
                .genotypes()
                .forEach(e -> add(
                        pairs,
                        List.of(BOTH_GENES, PAIR, e.genotype().phenotypes().toString()),
                        e));
        counted(pairs, counts);
        return counts;
    }

    private void genotypes(Gene gene, Function<Genotype, GeneState> of, List<GenotypeCount> counts) {
        Map<List<String>, double[]> expected = new LinkedHashMap<>();
        for (GenotypeMix.Entry entry : cohort.population().genotypes()) {
            GeneState state = of.apply(entry.genotype());
            if (!state.diplotype().isEmpty()) {
                add(expected, List.of(gene.name(), "diplotype", state.diplotype()), entry);
            }
            add(expected, List.of(gene.name(), "phenotype", state.phenotype().word()), entry);
        }
        counted(expected, counts);
    }

    private void counted(Map<List<String>, double[]> expected, List<GenotypeCount> counts) {
        expected.forEach((key, p) -> {
            WeightedMean found = genotypes.getOrDefault(key, new WeightedMean());
            counts.add(new GenotypeCount(
                    key.get(0),
                    key.get(1),
                    key.get(2),
                    p[0],
                    p[1],
                    found.count(),
                    Proportion.of(found.weight() / weights, patients, weights * weights / squares)));
        });
    }

    private static void add(Map<List<String>, double[]> expected, List<String> key, GenotypeMix.Entry entry) {
        double[] sum = expected.computeIfAbsent(key, k -> new double[2]);
        sum[0] += entry.probability();
        sum[1] += entry.share();
    }
}
