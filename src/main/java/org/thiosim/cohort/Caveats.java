package org.thiosim.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.thiosim.simulation.RunRecord;
import org.thiosim.units.Percent;

/**
 * The limits of a cohort's numbers: each warning that goes with a patient's result, with the share of patients whom it
 * concerns. They follow from patients and doses alone, so that threads and shards change nothing.
 *
 * @param judged patients looked at, the first of the cohort
 * @param all contraindications first, then in the order in which patients meet them
 */
public record Caveats(long judged, List<Caveat> all) {
    /** The largest number of patients looked at. */
    public static final long MOST = 2000;

    public Caveats {
        all = List.copyOf(all);
    }

    /**
     * A warning.
     *
     * @param arms the share of patients on each arm whom it concerns, without arms where it concerns nobody
     */
    public record Caveat(String text, List<ArmShare> arms) {
        public Caveat {
            arms = List.copyOf(arms);
        }

        /** Whom it concerns, such as {@code 7.6 % of patients on a, 8.0 % on b}; empty for everyone on each of the arms. */
        public String who(int allArms) {
            boolean same = arms.stream().map(a -> a.share().value()).distinct().count() == 1;
            boolean everyone = same && arms.get(0).share().value() == 1;
            if (same && arms.size() == allArms) {
                return everyone ? "" : Percent.of(arms.get(0).share().value()) + " of patients";
            }
            if (everyone) {
                return "everyone on " + arms.stream().map(ArmShare::arm).collect(Collectors.joining(", "));
            }
            return arms.stream()
                    .map(a -> Percent.of(a.share().value()) + (a.equals(arms.get(0)) ? " of patients" : "") + " on "
                            + a.arm())
                    .collect(Collectors.joining(", "));
        }

        /** Whom it concerns and the warning in one line. */
        public String line(int allArms) {
            String who = who(allArms);
            return who.isEmpty() ? text : who + ": " + text;
        }
    }

    /** The share of the patients of an arm. */
    public record ArmShare(String arm, Proportion share) {}

    /** What one patient meets. */
    private record Met(double weight, List<List<String>> byArm) {}

    /** The limits of a cohort, from its first {@value #MOST} patients. */
    public static Caveats of(Cohort cohort) {
        long judged = Math.min(MOST, cohort.size());
        List<Met> met = LongStream.range(0, judged)
                .parallel()
                .mapToObj(i ->
                        new Met(cohort.population().patient(cohort.seed(), i).weight(), cohort.notices(i)))
                .toList();
        List<CohortArm> arms = cohort.treatment().arms();
        Map<String, Caveat> caveats = new LinkedHashMap<>();
        reuse(cohort).ifPresent(t -> caveats.put(t, everyone(t, arms, met)));
        for (Met patient : met) {
            for (List<String> texts : patient.byArm()) {
                texts.forEach(t -> caveats.computeIfAbsent(t, k -> caveat(k, arms, met)));
            }
        }
        return new Caveats(
                judged,
                caveats.values().stream()
                        .sorted(Comparator.comparing(c -> !RunRecord.isContraindication(c.text())))
                        .toList());
    }

    /** Says so where a table has fewer rows than the cohort has patients. */
    private static Optional<String> reuse(Cohort cohort) {
        OptionalLong rows = cohort.population().listed();
        if (rows.isEmpty() || rows.getAsLong() >= cohort.size()) {
            return Optional.empty();
        }
        return Optional.of("The table has " + rows.getAsLong() + " rows for " + cohort.size()
                + " patients: rows are used again, in their order, with other random effects and missed doses. Intervals"
                + " count every use as a patient and are too narrow for what depends on the rows.");
    }

    private static Caveat everyone(String text, List<CohortArm> arms, List<Met> met) {
        WeightedMean all = new WeightedMean();
        met.forEach(m -> all.add(1, m.weight()));
        return new Caveat(
                text,
                arms.stream()
                        .map(a -> new ArmShare(a.name(), Proportion.of(all)))
                        .toList());
    }

    private static Caveat caveat(String text, List<CohortArm> arms, List<Met> met) {
        List<ArmShare> shares = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            WeightedMean concerned = new WeightedMean();
            for (Met patient : met) {
                concerned.add(patient.byArm().get(arm).contains(text) ? 1 : 0, patient.weight());
            }
            if (concerned.mean() > 0) {
                shares.add(new ArmShare(arms.get(arm).name(), Proportion.of(concerned)));
            }
        }
        return new Caveat(text, shares);
    }

    /** The warnings as lines. */
    public List<String> lines(Cohort cohort) {
        int arms = cohort.treatment().arms().size();
        return all.stream().map(c -> c.line(arms)).toList();
    }
}
