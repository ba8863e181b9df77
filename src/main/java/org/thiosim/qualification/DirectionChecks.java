package org.thiosim.qualification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.thiosim.qualification.DirectionCheck.Verdict;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.CompiledModel;
import org.thiosim.simulation.Metric;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;
import org.thiosim.units.Numbers;

/**
 * The directions in which genotype, dose, co-medication and kidney function must move metabolites and cells, checked in
 * a typical adult at the end of week 20, before the dose of that day.
 *
 * <p>A host model without a drug, covariate or observable leaves out what needs it.
 */
public final class DirectionChecks {
    private static final Trend UP = Trend.UP;
    private static final Trend DOWN = Trend.DOWN;
    private static final Trend SAME = new Trend.Unchanged(0.001);
    private static final Trend ABOUT_SAME = new Trend.Unchanged(0.05);
    private static final int DIGITS = 4;
    private static final String TGN = "6-TGN";
    private static final String MMPR = "6-MMPR";
    private static final String DNA = "DNA-TG";
    private static final String CELLS = "neutrophils";
    private static final String TUA = "6-TUA plasma";
    private static final String OXY = "oxypurinol plasma";
    private static final Map<String, String> FULL = Map.of("azathioprine", "150 mg");
    private static final Map<String, String> ALLOPURINOL = Map.of("azathioprine", "150 mg", "allopurinol", "100 mg");
    private static final DirectionCase REFERENCE = new DirectionCase("azathioprine 150 mg a day", Map.of(), FULL);
    private static final DirectionCase TPMT_IM = patient("TPMT activity 0.54", "tpmt", "0.54");
    private static final DirectionCase TPMT_PM = patient("TPMT activity 0.02", "tpmt", "0.02");
    private static final DirectionCase NUDT15_IM = patient("NUDT15 activity 0.5", "nudt15", "0.5");
    private static final DirectionCase NUDT15_PM = patient("NUDT15 activity 0.05", "nudt15", "0.05");
    private static final DirectionCase WITH_ALLOPURINOL =
            new DirectionCase("allopurinol 100 mg, same azathioprine", Map.of(), ALLOPURINOL);
    private static final DirectionCase LOW_DOSE_ALLOPURINOL = new DirectionCase(
            "allopurinol 100 mg, a third of the azathioprine",
            Map.of(),
            Map.of("azathioprine", "50 mg", "allopurinol", "100 mg"));
    private static final String KIDNEY = "creatinine-clearance";
    private static final String LOW_CLEARANCE = "30 mL/min/1.73 m^2";

    private record Rule(DirectionCase before, DirectionCase after, String observable, boolean peak, Trend trend) {
        static Rule of(DirectionCase after, String observable, Trend trend) {
            return new Rule(REFERENCE, after, observable, false, trend);
        }
    }

    private final Map<DirectionCase, SimulationResult> runs = new LinkedHashMap<>();
    private final CompiledModel model;

    private DirectionChecks(CompiledModel model, int threads) {
        this.model = model;
        Set<DirectionCase> cases = new LinkedHashSet<>();
        rules().forEach(r -> cases.addAll(List.of(r.before(), r.after())));
        List<DirectionCase> possible =
                cases.stream().filter(c -> c.missing(model.model()).isEmpty()).toList();
        List<String> observables =
                rules().stream().map(Rule::observable).distinct().toList();
        List<SimulationResult> results = Qualification.parallel(
                possible.stream()
                        .<Callable<SimulationResult>>map(c -> () -> Simulator.run(c.scenario(model, observables)))
                        .toList(),
                threads);
        for (int i = 0; i < possible.size(); i++) {
            runs.put(possible.get(i), results.get(i));
        }
    }

    /** Checks a host model with its modules. */
    public static List<DirectionCheck> of(CompiledModel model, int threads) {
        DirectionChecks checks = new DirectionChecks(model, threads);
        return rules().stream().map(checks::check).toList();
    }

    /** The drugs, covariates and observables that the checks look for in a model. */
    public static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Rule rule : rules()) {
            names.add(rule.observable());
            for (DirectionCase at : List.of(rule.before(), rule.after())) {
                names.addAll(at.patient().keySet());
                names.addAll(at.daily().keySet());
            }
        }
        return names;
    }

    private static DirectionCase patient(String name, String covariate, String value) {
        return new DirectionCase(name, Map.of(covariate, value), FULL);
    }

    private static DirectionCase dose(String name, String drug, String dose) {
        Map<String, String> daily = new LinkedHashMap<>(FULL);
        daily.put(drug, dose);
        return new DirectionCase(name, Map.of(), daily);
    }

    private static List<Rule> rules() {
        DirectionCase doubled = dose("twice the azathioprine", "azathioprine", "300 mg");
        DirectionCase mesalazine = dose("mesalazine 3 g a day", "mesalazine", "3 g");
        DirectionCase oxidase = patient("xanthine oxidase activity 0.5", "xo-activity", "0.5");
        DirectionCase itpa = patient("ITPA 94C>A", "itpa", "0.86");
        DirectionCase kidney = patient("creatinine clearance 30", KIDNEY, LOW_CLEARANCE);
        DirectionCase kidneyAllopurinol = new DirectionCase(
                "allopurinol 100 mg, creatinine clearance 30", Map.of(KIDNEY, LOW_CLEARANCE), ALLOPURINOL);
        DirectionCase light = patient("weight 50 kg, same dose", "weight", "50 kg");
        List<Rule> rules = new ArrayList<>(List.of(
                Rule.of(TPMT_IM, TGN, UP),
                Rule.of(TPMT_IM, MMPR, DOWN),
                Rule.of(TPMT_IM, DNA, UP),
                Rule.of(TPMT_PM, TGN, UP),
                Rule.of(TPMT_PM, MMPR, DOWN),
                Rule.of(WITH_ALLOPURINOL, TGN, UP),
                Rule.of(WITH_ALLOPURINOL, MMPR, DOWN),
                new Rule(REFERENCE, WITH_ALLOPURINOL, TUA, true, DOWN),
                Rule.of(LOW_DOSE_ALLOPURINOL, TGN, UP),
                Rule.of(LOW_DOSE_ALLOPURINOL, MMPR, DOWN),
                Rule.of(LOW_DOSE_ALLOPURINOL, DNA, ABOUT_SAME),
                Rule.of(NUDT15_IM, DNA, UP),
                Rule.of(NUDT15_PM, DNA, UP),
                Rule.of(NUDT15_PM, TGN, SAME),
                new Rule(WITH_ALLOPURINOL, kidneyAllopurinol, OXY, false, UP),
                new Rule(REFERENCE, kidney, TUA, true, UP),
                Rule.of(doubled, TGN, UP),
                Rule.of(doubled, MMPR, new Trend.Up(2)),
                Rule.of(mesalazine, TGN, UP),
                Rule.of(oxidase, TGN, UP),
                Rule.of(oxidase, MMPR, UP),
                Rule.of(light, TGN, UP),
                Rule.of(itpa, MMPR, UP)));
        List<DirectionCase> ordered = List.of(REFERENCE, NUDT15_IM, TPMT_IM, NUDT15_PM, TPMT_PM);
        for (int i = 1; i < ordered.size(); i++) {
            rules.add(new Rule(ordered.get(i - 1), ordered.get(i), CELLS, false, DOWN));
        }
        return rules;
    }

    private DirectionCheck check(Rule rule) {
        String effect = rule.before().equals(REFERENCE)
                ? rule.after().name()
                : rule.after().name() + ", against " + rule.before().name();
        Optional<String> missing = rule.before()
                .missing(model.model())
                .or(() -> rule.after().missing(model.model()))
                .or(() -> model.model().outputs().observables().containsKey(rule.observable())
                        ? Optional.empty()
                        : Optional.of("the model has no observable " + rule.observable()));
        if (missing.isPresent()) {
            return new DirectionCheck(
                    effect, rule.observable(), rule.trend().words(), missing.get(), Verdict.NOT_APPLICABLE);
        }
        OptionalDouble before = value(rule.before(), rule);
        OptionalDouble after = value(rule.after(), rule);
        boolean right = before.isPresent()
                && after.isPresent()
                && rule.trend().holds(before.getAsDouble(), after.getAsDouble());
        return new DirectionCheck(
                effect,
                (rule.peak() ? "peak " : "") + rule.observable(),
                rule.trend().words(),
                words(before) + " → " + words(after) + " " + unit(rule.observable()),
                right ? Verdict.RIGHT : Verdict.WRONG);
    }

    private OptionalDouble value(DirectionCase at, Rule rule) {
        ArmResult arm = Optional.ofNullable(runs.get(at)).orElseThrow().arms().get(0);
        if (!arm.isSuccess()) {
            return OptionalDouble.empty();
        }
        if (rule.peak()) {
            return arm.metrics().stream()
                    .filter(m -> m.observable().equals(rule.observable())
                            && m.metric().equals("cmax")
                            && m.window().equals(DirectionCase.LAST_DAY))
                    .mapToDouble(Metric::value)
                    .findFirst();
        }
        return arm.timeCourses().stream()
                .filter(c -> c.observable().equals(rule.observable()))
                .mapToDouble(c -> c.values()[c.values().length - 1])
                .filter(v -> !Double.isNaN(v))
                .findFirst();
    }

    private String unit(String observable) {
        return Optional.ofNullable(model.model().outputs().observables().get(observable))
                .map(o -> o.unit().text())
                .orElse("");
    }

    private static String words(OptionalDouble value) {
        return value.isPresent() ? Numbers.format(value.getAsDouble(), DIGITS) : "not solved";
    }
}
