package org.thiosim.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thiosim.genetics.AlleleTable;
import org.thiosim.genetics.AssayActivity;
import org.thiosim.genetics.Diplotype;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneCall;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.Phenotype;
import org.thiosim.genetics.PhenotypeCall;
import org.thiosim.genetics.RelativeActivity;
import org.thiosim.io.GenotypeOutcomes.Outcome;
import org.thiosim.units.Numbers;
import org.thiosim.units.Range;

/**
 * What a scenario says of one gene.
 *
 * @param place where it says so
 * @param both whether an open activity is to be simulated at both of its bounds
 */
record GenotypeStatement(Gene gene, Node place, GeneCall call, Optional<Measured> measured, boolean both) {

    /**
     * An activity that was measured or stated.
     *
     * @param relative to two normal alleles
     * @param assay the assay's result, absent for an activity that is stated as relative
     */
    record Measured(double relative, Optional<AssayActivity> assay) {}

    GenotypeStatement(Gene gene, Node place, GeneCall call) {
        this(gene, place, call, Optional.empty(), false);
    }

    GenotypeStatement withBounds() {
        return new GenotypeStatement(gene, place, call, measured, true);
    }

    /** What is simulated; a phenotype that leaves the activity open without bounds asked for is a mistake. */
    GenotypeOutcomes outcomes(Supplier<GeneticData> tables, Findings findings) {
        try {
            AlleleTable table = tables.get().alleles(gene);
            List<PhenotypeCall> written =
                    call.candidates().stream().map(table::call).distinct().toList();
            List<String> notes = new ArrayList<>(call.notes());
            notes.addAll(explanations(written, table));
            if (measured.isPresent()) {
                return measured(measured.get(), written, table, notes);
            }
            return written.isEmpty() ? byPhenotype(table, notes, findings) : called(written, table, notes, findings);
        } catch (IllegalArgumentException e) {
            findings.add(place, Optional.ofNullable(e.getMessage()).orElse("cannot be read"));
            return new GenotypeOutcomes(List.of(), List.of());
        }
    }

    private List<String> explanations(List<PhenotypeCall> written, AlleleTable table) {
        List<String> notes = new ArrayList<>();
        for (PhenotypeCall one : written) {
            notes.add(one.explanation() + " [" + table.version() + "]");
            List<Diplotype> others = table.ambiguities(one.diplotype());
            if (!others.isEmpty()) {
                String outcomes = others.stream()
                        .map(table::call)
                        .map(c -> c.diplotype().label() + ", " + c.phenotype().term() + ", relative activity "
                                + activity(c.activity()))
                        .collect(Collectors.joining("; or "));
                notes.add(one.diplotype() + " without phase shows the same variants as " + outcomes
                        + (both
                                ? "; both are simulated"
                                : "; ask for both with 'bounds: both', or write '|' if the phase is known"));
            }
        }
        return notes;
    }

    private static String activity(RelativeActivity activity) {
        return activity.value().isPresent()
                ? Numbers.format(activity.value().getAsDouble(), 4)
                : Numbers.format(activity.bounds().low(), 4) + " to "
                        + Numbers.format(activity.bounds().high(), 4);
    }

    private GenotypeOutcomes measured(
            Measured found, List<PhenotypeCall> written, AlleleTable table, List<String> notes) {
        Optional<Phenotype> known = phenotype(written);
        if (found.assay().isEmpty()) {
            notes.add(gene + ": relative activity " + Numbers.format(found.relative(), 4) + " as the scenario states");
            return new GenotypeOutcomes(List.of(new Outcome("", found.relative(), known)), notes);
        }
        AssayActivity assay = found.assay().get();
        Optional<Phenotype> determinate = known.filter(Phenotype::isDeterminate);
        double inVivo = determinate
                .map(p -> assay.inVivo(table.activity().bounds(p).low()))
                .orElseGet(() -> assay.inVivo(table.activity()));
        notes.add(gene + ": " + Numbers.format(assay.value(), 4) + " "
                + assay.assay().unit() + " by the assay "
                + assay.assay().id() + " is " + Numbers.format(assay.relative(), 3) + " of normal ("
                + assay.assay().source() + "); with the genotype "
                + determinate
                        .map(p -> p.word())
                        .orElseGet(() -> "taken as " + assay.likelyPhenotype().word()
                                + " from the assay alone (assumed cut-offs)")
                + " the activity in vivo is " + Numbers.format(inVivo, 3));
        return new GenotypeOutcomes(
                List.of(new Outcome("", inVivo, determinate.or(() -> Optional.of(assay.likelyPhenotype())))), notes);
    }

    private Optional<Phenotype> phenotype(List<PhenotypeCall> written) {
        List<Phenotype> distinct =
                written.stream().map(PhenotypeCall::phenotype).distinct().toList();
        return distinct.size() == 1 ? Optional.of(distinct.get(0)) : call.stated();
    }

    private GenotypeOutcomes byPhenotype(AlleleTable table, List<String> notes, Findings findings) {
        Phenotype phenotype = call.stated().orElseThrow(() -> new IllegalArgumentException(gene + " is not called"));
        RelativeActivity activity = table.activity().activity(phenotype);
        if (activity.value().isPresent()) {
            return new GenotypeOutcomes(
                    List.of(new Outcome("", activity.value().getAsDouble(), Optional.of(phenotype))), notes);
        }
        notes.add(gene + " " + phenotype.term() + ": the activity is not known [" + table.version() + "]");
        return open(List.of(new Open(activity.bounds(), phenotype)), gene + " " + phenotype.term(), notes, findings);
    }

    private GenotypeOutcomes called(
            List<PhenotypeCall> written, AlleleTable table, List<String> notes, Findings findings) {
        List<PhenotypeCall> all = call.calls(table);
        boolean agree =
                written.stream().map(c -> c.activity().value()).distinct().count() == 1;
        PhenotypeCall first = written.get(0);
        boolean settled = agree && first.activity().value().isPresent();
        if (settled && !(both && (all.size() > 1 || !first.phenotype().isDeterminate()))) {
            return new GenotypeOutcomes(
                    List.of(new Outcome("", first.activity().value().getAsDouble(), phenotype(written))), notes);
        }
        List<Open> open = all.stream()
                .map(c -> new Open(c.activity().bounds(), c.phenotype()))
                .toList();
        String name = written.stream().map(c -> c.diplotype().label()).collect(Collectors.joining(" or "));
        return open(open, gene + " " + name + " (" + first.phenotype().term() + ")", notes, findings);
    }

    private record Open(Range bounds, Phenotype phenotype) {}

    private GenotypeOutcomes open(List<Open> open, String name, List<String> notes, Findings findings) {
        Open low = open.stream()
                .min(Comparator.comparingDouble(o -> o.bounds.low()))
                .orElseThrow();
        Open high = open.stream()
                .max(Comparator.comparingDouble(o -> o.bounds.high()))
                .orElseThrow();
        String key = GenotypeReader.key(gene);
        if (!both) {
            findings.add(
                    place,
                    name + " leaves the activity open, from " + Numbers.format(low.bounds.low(), 4) + " to "
                            + Numbers.format(high.bounds.high(), 4) + "; give one, " + key
                            + ": {diplotype: …, activity: …}, or run both bounds, " + key
                            + ": {diplotype: …, bounds: both}");
            return new GenotypeOutcomes(List.of(), notes);
        }
        notes.add(name + " is simulated at both bounds of its activity, " + key + " low "
                + Numbers.format(low.bounds.low(), 4) + " and " + key + " high "
                + Numbers.format(high.bounds.high(), 4) + "; neither arm is a prediction for the patient");
        return new GenotypeOutcomes(
                List.of(
                        new Outcome("low", low.bounds.low(), Optional.of(low.phenotype)),
                        new Outcome("high", high.bounds.high(), Optional.of(high.phenotype))),
                notes);
    }
}
