package org.thiosim.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thiosim.dosing.BodySize;
import org.thiosim.dosing.Dose;
import org.thiosim.dosing.DoseRule;
import org.thiosim.dosing.DoseTimes;
import org.thiosim.dosing.Regimen;
import org.thiosim.model.Model;
import org.thiosim.model.ModelPart;
import org.thiosim.model.Notice;
import org.thiosim.ode.SolverMethod;
import org.thiosim.page.browser.Prescription;
import org.thiosim.page.browser.Run;
import org.thiosim.patient.Patient;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.IndividualValues;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.Simulator;
import org.thiosim.simulation.SolverChoice;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Quantity;

/** What the browser computes, on the JVM, against the program itself. */
class LoweredTest {
    private static final Lowered LOWERED = Lowered.of(Pages.right());
    private static final double HORIZON = 3 * 168;

    /** A patient and what is taken, for the page and for the program. */
    private record Case(double[] inputs, List<Prescription> taken, List<DoseRule> rules) {
        static Case random(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double weight = 10 + random.nextInt(120);
            double[] inputs = {
                weight,
                pick(random, 1, 0.54, 0.02),
                pick(random, 1, 0.5, 0.05),
                random.nextDouble(0.5, 8) * 0.8,
                random.nextDouble(0, 2),
                pick(random, 1, 1.287),
                pick(random, 1, 1 / 1.7)
            };
            List<Prescription> taken = new ArrayList<>();
            List<DoseRule> rules = new ArrayList<>();
            String thiopurine = pick(random, 0, 1) == 0 ? "azathioprine" : "mercaptopurine";
            double interval = pick(random, 24, 12);
            add(taken, rules, thiopurine, 10 * (1 + random.nextInt(20)), interval, 0, 168);
            add(taken, rules, thiopurine, 10 * random.nextInt(10), interval, 168, Double.POSITIVE_INFINITY);
            add(taken, rules, "allopurinol", 50 * random.nextInt(5), 24, 168 * random.nextInt(2), 336);
            return new Case(inputs, taken, rules);
        }

        private static double pick(SplittableRandom random, double... from) {
            return from[random.nextInt(from.length)];
        }

        private static void add(
                List<Prescription> taken,
                List<DoseRule> rules,
                String drug,
                double milligrams,
                double interval,
                double from,
                double until) {
            if (milligrams > 0) {
                DoseTimes times = new DoseTimes.Repeated(interval, from, until);
                int index = IntStream.range(0, LOWERED.drugs().size())
                        .filter(i -> LOWERED.drugs().get(i).id().equals(drug))
                        .findFirst()
                        .orElseThrow();
                Dose dose = Dose.of(Quantity.parse(milligrams + " mg"));
                taken.add(new Prescription(index, dose.quantity().canonical(), times));
                rules.add(new DoseRule(drug, "oral", Optional.empty(), dose, times));
            }
        }

        Patient patient() {
            Map<String, Double> covariates = new HashMap<>();
            for (int i = 0; i < inputs.length; i++) {
                covariates.put(Lowered.INPUTS.get(i), inputs[i]);
            }
            return Patient.typical(covariates);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theBrowsersProgramGivesTheNumbersAndTheNoticesOfTheProgram(long seed) {
        Case example = Case.random(seed);
        double[] hours =
                IntStream.rangeClosed(0, 21 * 4).mapToDouble(k -> 6 * k).toArray();
        List<TimeWindow> days = List.of(new TimeWindow(144, 168), new TimeWindow(HORIZON - 24, HORIZON));

        Run.Outcome page = new Run(
                        LOWERED.plain(),
                        Pages.initial(LOWERED, example.inputs()),
                        example.taken(),
                        HORIZON,
                        hours,
                        days)
                .solve(SolverMethod.RODAS4P.create(), Pages.formulas(LOWERED, example.inputs()), 1);
        ArmResult program = program(example, hours);

        assertThat(page.failure()).isEmpty();
        assertThat(page.steps()).isEqualTo((int) program.outcome().statistics().steps());
        for (int o = 0; o < program.timeCourses().size(); o++) {
            double[] values = program.timeCourses().get(o).values();
            for (int k = 0; k < values.length; k++) {
                assertThat(page.values()[o * values.length + k])
                        .as(program.timeCourses().get(o).observable() + " at " + hours[k])
                        .isEqualTo(Double.valueOf(values[k]));
            }
        }
        assertThat(warnings(example)).containsExactlyInAnyOrderElementsOf(program.notices());
    }

    private static ArmResult program(Case example, double[] hours) {
        Arm arm = new Arm(
                "one",
                LOWERED.compiled(),
                example.patient(),
                new BodySize(example.inputs()[0], OptionalDouble.empty()),
                new Regimen(example.rules()),
                LOWERED.set());
        List<String> observables =
                LOWERED.compiled().observables().stream().map(o -> o.id()).toList();
        List<Double> times =
                IntStream.range(0, hours.length).mapToObj(k -> hours[k]).toList();
        return Simulator.run(new Scenario(
                        new Scenario.Head("case", "case", ""),
                        List.of(arm),
                        HORIZON,
                        new Scenario.Outputs(observables, times, List.of()),
                        SolverChoice.DEFAULT,
                        1))
                .arms()
                .get(0);
    }

    private static List<String> warnings(Case example) {
        double[] covariates = Pages.individual(LOWERED, example.inputs());
        LoweredNotices notices = LoweredNotices.of(LOWERED);
        List<String> texts = new ArrayList<>();
        for (int i : LOWERED.plain().warnings(example.taken(), covariates, example.inputs()[0], HORIZON)) {
            LoweredNotices.Row row = notices.rows().get(i);
            String value = row.unit().isEmpty()
                    ? ""
                    : org.thiosim.units.Numbers.format(covariates[row.covariate()] * row.factor(), 4)
                            + (row.unit().equals("1") ? "" : " " + row.unit());
            texts.add(row.text().replace("{value}", value));
        }
        return texts.stream().distinct().toList();
    }

    @ParameterizedTest
    @CsvSource({"0.54, 0.5, 150, true", "0.54, 1, 150, false", "1, 0.5, 150, false", "0.54, 0.5, 50, false"})
    void aNoticeOnBothGenesAsksForBoth(double tpmt, double nudt15, double milligrams, boolean boxed) {
        List<Prescription> taken = new ArrayList<>();
        Case.add(taken, new ArrayList<>(), "azathioprine", milligrams, 24, 0, HORIZON);
        Case example = new Case(new double[] {70, tpmt, nudt15, 3.5, 1, 1, 1}, taken, List.of());

        assertThat(warnings(example).stream().anyMatch(w -> w.startsWith("Contraindicated")))
                .isEqualTo(boxed);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 6, true",
        "100, 9, false",
        "45, 9, true",
        "45, 13, false",
        "20, 13, true",
        "20, 17, false",
    })
    void aNoticeAsksHowLongTheSecondDrugLingers(double clearance, int day, boolean boxed) {
        double canonical = Quantity.parse(clearance + " mL/min/1.73 m^2").canonical();
        List<Prescription> taken = new ArrayList<>();
        Case.add(taken, new ArrayList<>(), "allopurinol", 300, 24, 0, 48);
        Case.add(taken, new ArrayList<>(), "azathioprine", 150, 24, 24 * day, HORIZON);
        Case example = new Case(new double[] {70, 1, 1, canonical, 1, 1, 1}, taken, List.of());

        assertThat(warnings(example).stream().anyMatch(w -> w.startsWith("Contraindicated")))
                .isEqualTo(boxed);
    }

    @Test
    void individualQuantitiesEqualThoseOfTheProgramBitForBit() {
        for (long seed = 1; seed <= 20; seed++) {
            Case example = Case.random(seed);
            IndividualValues values = IndividualValues.of(LOWERED.model(), example.patient(), LOWERED.set());

            double[] fixed = Pages.fixed(LOWERED, example.inputs());

            for (int i = 0; i < fixed.length; i++) {
                String symbol = LOWERED.compiled().fixed().get(i);
                assertThat(fixed[i]).as(symbol).isEqualTo(values.value(symbol));
            }
        }
    }

    @Test
    void aNoticeOnACovariateOrObservableThatOnlyOtherModelsHaveNeverHolds() {
        Model model = LOWERED.model();
        Notice.Condition covariate = new Notice.Condition(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Notice.CovariateBound("bilirubin", OptionalDouble.of(1), OptionalDouble.empty())),
                Optional.empty(),
                Optional.empty());
        Notice.Condition observable = new Notice.Condition(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of("bilirubin plasma"),
                Optional.empty());
        Model noted = new Model(
                model.parts(),
                model.inputs(),
                model.network(),
                model.numbers(),
                new ModelPart.Outputs(
                        model.outputs().observables(),
                        List.of(
                                new Notice("on a covariate", List.of(covariate), List.of(), List.of(), List.of()),
                                new Notice("on an observable", List.of(observable), List.of(), List.of(), List.of()))));

        assertThat(LoweredNotices.of(Lowered.of(noted)).rows())
                .extracting(LoweredNotices.Row::text)
                .isNotEmpty()
                .doesNotContain("on a covariate", "on an observable");
    }

    @Test
    void theWrongModelIsNotPartOfTheLibrary() {
        assertThat(Pages.LIBRARY.entries()).noneMatch(e -> e.id().equals("tpmt-makes-tgn"));
        assertThat(Lowered.of(Pages.wrong()).model().outputs().notices())
                .anyMatch(n -> n.text().startsWith("WRONG ON PURPOSE"));
    }
}
