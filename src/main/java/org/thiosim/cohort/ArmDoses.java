package org.thiosim.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thiosim.cohort.CohortSummary.GenotypeCount;
import org.thiosim.dosing.DoseRule;
import org.thiosim.dosing.Regimen;
import org.thiosim.units.Clock;
import org.thiosim.units.Numbers;
import org.thiosim.units.Percent;

/**
 * What part of an arm's patients are prescribed.
 *
 * @param doses in words
 * @param who the pairs of phenotypes it is for
 * @param notes how the doses came about, for example by which guideline
 * @param patients how many they are
 * @param share of the population, with patients weighted
 * @param instead the key of the scenario, {@code otherwise} or {@code no-advice}, whose dose is taken because the
 *     guideline gives none; empty where the dose is the guideline's
 */
public record ArmDoses(
        String arm,
        String doses,
        List<String> who,
        List<String> notes,
        long patients,
        double share,
        Optional<String> instead) {
    private static final int DIGITS = 4;
    private static final double ROUNDING = 1e-9;

    public ArmDoses {
        who = List.copyOf(who);
        notes = List.copyOf(notes);
    }

    /** What is prescribed on every arm; pairs of phenotypes with the same doses stand together, the largest group first. */
    public static List<ArmDoses> of(Cohort cohort, CohortSummary summary) {
        List<ArmDoses> all = new ArrayList<>();
        for (CohortArm arm : cohort.treatment().arms()) {
            Map<List<Object>, List<ArmDoses>> groups = new LinkedHashMap<>();
            arm.regimens().forEach((phenotypes, regimen) -> {
                ArmDoses own = of(arm.name(), phenotypes.toString(), regimen, summary, cohort);
                groups.computeIfAbsent(List.of(own.doses(), own.instead()), k -> new ArrayList<>())
                        .add(own);
            });
            groups.values().stream()
                    .map(ArmDoses::joined)
                    .sorted((a, b) -> Double.compare(b.share(), a.share()))
                    .forEach(all::add);
        }
        return all;
    }

    /** The arms' patients for whom the guideline gives no dose, in one line for each arm and dose. */
    public static List<String> otherwise(List<ArmDoses> all) {
        return all.stream()
                .filter(d -> d.instead().isPresent() && d.patients() > 0)
                .map(d -> Percent.of(d.share()) + " of patients on " + d.arm() + " (" + d.patients()
                        + " drawn): the guideline gives no dose, '"
                        + d.instead().orElse("")
                        + "' of the scenario is taken: " + d.doses()
                        + d.indeterminate())
                .toList();
    }

    /** Arm, doses and whom they are for in one line. */
    public String line() {
        if (patients == 0) {
            return arm + ": " + doses + " for nobody who was drawn";
        }
        return arm + ": " + doses + (share >= 1 - ROUNDING ? "" : " for " + Percent.of(share) + " of patients");
    }

    private String indeterminate() {
        if (instead.filter("no-advice"::equals).isPresent()) {
            return "; their phenotype is indeterminate, about which it gives no advice";
        }
        return who.stream().anyMatch(w -> w.contains("indeterminate"))
                ? "; among them patients of indeterminate phenotype, about whom it gives no advice"
                : "";
    }

    private static ArmDoses of(String arm, String who, Regimen regimen, CohortSummary summary, Cohort cohort) {
        List<GenotypeCount> found = summary.genotypes().stream()
                .filter(g -> g.kind().equals(GenotypeCount.PAIR) && g.name().equals(who))
                .toList();
        return new ArmDoses(
                arm,
                words(regimen, cohort.treatment().horizon()),
                List.of(who),
                regimen.notes(),
                found.stream().mapToLong(GenotypeCount::count).sum(),
                found.stream()
                        .filter(g -> g.count() > 0)
                        .mapToDouble(g -> g.share().value())
                        .sum(),
                regimen.rules().stream()
                        .flatMap(r -> r.insteadOfGuideline().stream())
                        .findFirst());
    }

    private static ArmDoses joined(List<ArmDoses> same) {
        List<String> who = same.stream().flatMap(d -> d.who().stream()).sorted().toList();
        return new ArmDoses(
                same.get(0).arm(),
                same.get(0).doses(),
                who,
                same.stream().flatMap(d -> d.notes().stream()).distinct().toList(),
                same.stream().mapToLong(ArmDoses::patients).sum(),
                Math.min(1, same.stream().mapToDouble(ArmDoses::share).sum()),
                same.get(0).instead());
    }

    /** A regimen in words, for example {@code azathioprine 2 mg/kg daily until 12 wk, allopurinol 100 mg daily from 12 wk}. */
    private static String words(Regimen regimen, double horizon) {
        String words = regimen.rules().stream()
                .filter(r -> r.dose().quantity().value() > 0)
                .map(r -> words(r, horizon))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "no drug" : words;
    }

    private static String words(DoseRule rule, double horizon) {
        double from = rule.times().from();
        double until = rule.times().until();
        return rule.drug() + " "
                + Numbers.format(rule.dose().quantity().value(), DIGITS) + " "
                + rule.dose().quantity().unit().text()
                + rule.dose().tablet().map(t -> " in multiples of " + t).orElse("") + " "
                + rule.times().words()
                + (from > 0 ? " from " + Clock.words(from) : "")
                + (rule.times().cycle().isPresent() && until < horizon ? " until " + Clock.words(until) : "");
    }
}
