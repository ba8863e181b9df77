package org.thiosim.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.io.Setting;
import org.thiosim.model.Observable;
import org.thiosim.ode.ReturnCode;
import org.thiosim.ode.Solution;
import org.thiosim.ode.Statistics;
import org.thiosim.ode.Status;

/** The simulator on a model with a known answer: one compartment, F·dose, first-order elimination. */
class SimulatorTest {
    private static final String MODEL = """
            model: one-compartment
            title: One compartment
            sources: {textbook: {cite: textbook}}
            drugs:
              drug: {molar-mass: 100 g/mol, forms: {hydrate: 200 g/mol}, routes: {iv: central}, source: textbook}
            covariates:
              weight: {unit: kg, default: 50 kg, studied: [40 kg, 100 kg]}
              activity: {unit: 1, default: weight / 50 kg}
            species:
              central: {volume: v}
              lost: {sink: true}
              follows: {kind: effect}
            reactions:
              elimination: {from: central, to: lost, law: first-order, k: k, enzyme: CYP@liver}
              following: {to: follows, law: effect-compartment, k: k, drive: 0.5}
            parameters:
              k: {typical: 0.1 1/h, variability: {cv: 30 %}, known: assumed, source: textbook}
              v-per-kg: {typical: 1 L/kg, known: assumed, source: textbook}
            parameter-sets:
              slow: {k: {typical: 0.05 1/h, known: assumed, source: textbook}}
            individual:
              v: v-per-kg * weight * activity
            observables:
              plasma: {species: central, per: v, unit: µmol/L, window: {low: 5 µmol/L, high: 10 µmol/L, population: all, assay: any}}
              plasma-mass: {species: central, per: v, unit: mg/L, molar-mass: 100 g/mol}
              shown-when-high: {species: central, unit: µmol, valid: {observable: plasma, low: 10 µmol/L}}
            notices:
              - {text: heavy, if: {covariate: weight, above: 90 kg}}
              - {text: high dose, if: {dosed: drug, above: 60 mg}}
            """;

    @TempDir
    private Path folder;

    @Test
    void aBolusFallsExponentially() throws IOException {
        ArmResult arm = run("drug: drug, dose: 50 mg, route: iv, at: 0 h");

        double[] values = course(arm, "plasma").values();
        assertThat(values[0]).as("before the dose").isZero();
        for (int k = 1; k < values.length; k++) {
            assertThat(values[k]).isCloseTo(10 * Math.exp(-0.1 * k), within(1e-5));
        }
    }

    @Test
    void doseTimeSampleIsTakenBeforeTheDose() throws IOException {
        ArmResult arm = run("drug: drug, dose: 50 mg, route: iv, every: 24 h");

        assertThat(course(arm, "plasma").values()[24]).isCloseTo(10 * Math.exp(-2.4), within(1e-5));
        assertThat(course(arm, "plasma").values()[25])
                .isCloseTo(10 * (1 + Math.exp(-2.4)) * Math.exp(-0.1), within(1e-4));
    }

    @Test
    void metricsComeFromTheContinuousSolution() throws IOException {
        ArmResult arm = run("drug: drug, dose: 50 mg, route: iv, every: 24 h");

        double auc = 10 * (1 - Math.exp(-2.4)) / 0.1;
        assertThat(metric(arm, "plasma", "auc", 0, 24)).isCloseTo(auc, within(1e-4));
        assertThat(metric(arm, "plasma", "average", 0, 24)).isCloseTo(auc / 24, within(1e-5));
        assertThat(metric(arm, "plasma", "cmax", 0, 24)).isCloseTo(10, within(1e-9));
        assertThat(metric(arm, "plasma", "tmax", 0, 24)).isZero();
        assertThat(metric(arm, "plasma", "trough", 0, 24)).isCloseTo(10 * Math.exp(-2.4), within(1e-5));
        assertThat(metric(arm, "plasma", "accumulation", 0, 48)).isCloseTo(1 + Math.exp(-2.4), within(1e-4));
    }

    @Test
    void timeInTheWindowAndHalfLifeAreThoseOfTheExponential() throws IOException {
        ArmResult arm = run("drug: drug, dose: 50 mg, route: iv, at: 0 h");

        assertThat(metric(arm, "plasma", "time-in-window", 0, 48)).isCloseTo(Math.log(2) / 0.1, within(1e-3));
    }

    @Test
    void fluxesAndMassBalanceAccountForTheDose() throws IOException {
        ArmResult arm = run("drug: drug, dose: 50 mg, route: iv, at: 0 h");

        Flux flux = arm.fluxes().stream()
                .filter(f -> f.window().equals(new TimeWindow(0, 48)))
                .findFirst()
                .orElseThrow();
        assertThat(flux.micromoles()).isCloseTo(500 * (1 - Math.exp(-4.8)), within(1e-3));
        assertThat(arm.fluxes()).extracting(f -> f.reaction().id()).containsOnly("elimination");
        assertThat(arm.balances()).singleElement().satisfies(b -> {
            assertThat(b.dosed()).isCloseTo(500, within(1e-9));
            assertThat(b.residual()).isLessThan(1e-12);
        });
    }

    @Test
    void theFormOfADrugSetsItsMolarMass() throws IOException {
        ArmResult arm = run("drug: drug, dose: 50 mg, form: hydrate, route: iv, at: 0 h");

        assertThat(metric(arm, "plasma", "cmax", 0, 48)).isCloseTo(5, within(1e-9));
    }

    @Test
    void anObservableIsConvertedThroughItsMolarMass() throws IOException {
        ArmResult arm = run("drug: drug, dose: 50 mg, route: iv, at: 0 h");

        assertThat(metric(arm, "plasma-mass", "cmax", 0, 48)).isCloseTo(1, within(1e-9));
    }

    @Test
    void anObservableOutsideItsValidityHasNoValue() throws IOException {
        ArmResult arm = run("drug: drug, dose: 100 mg, route: iv, at: 0 h");

        double[] values = course(arm, "shown-when-high").values();
        assertThat(values[0]).isNaN();
        assertThat(values[1]).isPositive();
        assertThat(values[20]).isNaN();
    }

    @Test
    void covariatesFollowTheirFormulasAndRandomEffectsMultiply() throws IOException {
        ArmResult arm = run(
                "drug: drug, dose: 50 mg, route: iv, at: 0 h",
                "patient.weight=100 kg",
                "patient.random-effects={k: 0.6931471805599453}");

        double[] values = course(arm, "plasma").values();
        assertThat(values[1]).isCloseTo(500.0 / 200 * Math.exp(-0.2), within(1e-5));
    }

    @Test
    void aParameterSetReplacesParameters() throws IOException {
        ArmResult arm = run("drug: drug, dose: 50 mg, route: iv, at: 0 h", "parameter-set=slow");

        assertThat(course(arm, "plasma").values()[10]).isCloseTo(10 * Math.exp(-0.5), within(1e-5));
    }

    @Test
    void sampledVariabilityFollowsTheSeedAlone() throws IOException {
        String dose = "drug: drug, dose: 50 mg, route: iv, at: 0 h";
        double first = course(run(dose, "patient.variability=sampled", "seed=1"), "plasma")
                .values()[10];

        assertThat(course(run(dose, "patient.variability=sampled", "seed=1"), "plasma")
                        .values()[10])
                .isEqualTo(first);
        assertThat(course(run(dose, "patient.variability=sampled", "seed=2"), "plasma")
                        .values()[10])
                .isNotEqualTo(first);
        assertThat(first).isNotCloseTo(10 * Math.exp(-1), within(1e-4));
    }

    @Test
    void noticesGoWithTheArmsTheyHoldFor() throws IOException {
        String dose = "drug: drug, dose: 50 mg, route: iv, every: 24 h";

        assertThat(run(dose).notices()).isEmpty();
        assertThat(run(dose, "patient.weight=95 kg").notices()).containsExactly("heavy");
        assertThat(run(dose.replace("50 mg", "1.3 mg/kg")).notices())
                .containsExactly("weight is not stated: doses per kg are for 50 kg", "high dose");
        assertThat(run(dose, "patient.weight=30 kg").notices())
                .containsExactly("weight 30 kg lies outside the range studied, 40 kg to 100 kg");
    }

    @Test
    void aDoseIsJudgedByWhatIsTakenInADay() throws IOException {
        String twice = "drug: drug, dose: 40 mg, route: iv, every: 24 h}\n"
                + "    - {drug: drug, dose: 40 mg, route: iv, every: 24 h, from: 8 h, adds: true";

        assertThat(run(twice).notices()).containsExactly("high dose");
        assertThat(run("drug: drug, dose: 100 mg, route: iv, every: 48 h").notices())
                .isEmpty();
        assertThat(run("drug: drug, dose: 0 mg, route: iv, every: 24 h").notices())
                .isEmpty();
    }

    @Test
    void dosesBeforeAndAfterAChangeAreNotAddedUp() throws IOException {
        String changed = "drug: drug, dose: 25 mg, route: iv, every: 12 h, until: 24 h}\n"
                + "    - {drug: drug, dose: 20 mg, route: iv, every: 12 h, from: 24 h";

        assertThat(run(changed).notices()).isEmpty();
        assertThat(run(changed.replace("25 mg", "35 mg")).notices()).containsExactly("high dose");
    }

    @Test
    void anAmountBelowZeroByNoMoreThanItsToleranceCountsAsZero() throws IOException {
        Arm arm = run("drug: drug, dose: 50 mg, route: iv, at: 0 h").arm();
        BoundModel model =
                arm.model().bind(IndividualValues.of(arm.model().model(), arm.patient(), arm.parameterSet()), Set.of());
        double[] noise = {1e-7, 1e-7, 1e-7};
        Solution solution = new Solution(
                new Status(ReturnCode.SUCCESS, 2, OptionalInt.empty(), ""),
                new double[] {1, 2},
                new double[][] {{-1e-8, 0, 0}, {-1e-6, 0, 0}},
                new double[] {-1e-6, 0, 0},
                new Statistics(1, 0, 0, 0, 0));

        TimeCourse amount = Simulator.Observations.of(model, noise, solution, new double[0])
                .timeCourses("one", List.of("amount:central"), List.of(1.0, 2.0))
                .get(0);

        assertThat(amount.values()).containsExactly(0, -1e-6);
    }

    @Test
    void aWindowCountsOnlyForThoseItIsMeantFor() throws IOException {
        ArmResult arm = run("drug: drug, dose: 50 mg, route: iv, every: 24 h");
        Observable.ReferenceWindow window = Optional.ofNullable(
                        arm.arm().model().model().outputs().observables().get("plasma"))
                .flatMap(Observable::window)
                .orElseThrow();
        Observable.Scope adults =
                new Observable.Scope(Optional.of("ibd"), OptionalDouble.of(40), List.of("thioguanine"));
        List<String> drugs = List.of("azathioprine");

        assertThat(window.scope().holds(Optional.empty(), 20, drugs)).isTrue();
        assertThat(adults.holds(Optional.of("ibd"), 70, drugs)).isTrue();
        assertThat(adults.holds(Optional.of("ibd"), 20, drugs)).isFalse();
        assertThat(adults.holds(Optional.of("all"), 70, drugs)).isFalse();
        assertThat(adults.holds(Optional.of("ibd"), 70, List.of("azathioprine", "thioguanine")))
                .isFalse();
    }

    private ArmResult run(String dose, String... settings) throws IOException {
        Files.writeString(folder.resolve("one-compartment.yaml"), MODEL);
        Path scenario = folder.resolve("scenario.yaml");
        Files.writeString(
                scenario,
                "scenario: test\nmodel: ./one-compartment.yaml\nhorizon: 48 h\narms:\n  one:\n    - {" + dose
                        + "}\noutputs: {every: 1 h}\nsolver: {relative: 1e-8, absolute: 1e-10}\npatient: {}\n");
        List<Setting> parsed = Arrays.stream(settings).map(Setting::parse).toList();
        ModelLibrary library = ModelLibrary.in(Path.of("models"));
        return Simulator.run(ScenarioFile.read(scenario, library, parsed).scenario())
                .arms()
                .get(0);
    }

    private static TimeCourse course(ArmResult arm, String observable) {
        return arm.timeCourses().stream()
                .filter(c -> c.observable().equals(observable))
                .findFirst()
                .orElseThrow();
    }

    private static double metric(ArmResult arm, String observable, String metric, double from, double to) {
        return arm.metrics().stream()
                .filter(m -> m.observable().equals(observable)
                        && m.metric().equals(metric)
                        && m.window().equals(new TimeWindow(from, to)))
                .mapToDouble(Metric::value)
                .findFirst()
                .orElseThrow();
    }
}
