package org.thiosim.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.StudyFile;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;
import org.thiosim.simulation.TimeWindow;

class PredictorTest {
    private static SimulationResult result;

    @BeforeAll
    static void simulate() {
        result = Simulator.run(
                StudyFile.read(Path.of("scenarios/studies/bergan-1994.yaml"), ModelLibrary.in(Path.of("models")))
                        .study()
                        .scenario());
    }

    @Test
    void percentageOfTheDoseIsMolesPerMoleDosed() {
        Measurand urine = new Measurand.Level("6-MP in urine", 24);
        double micromoles = predict(urine, new Comparison.Level()).value().getAsDouble();

        assertThat(predict(urine, new Comparison.PercentOfDose("azathioprine"))
                        .value()
                        .getAsDouble())
                .isEqualTo(100 * micromoles / (150_000 / 277.26), within(1e-9));
    }

    @Test
    void ratioOfTwoQuantitiesDividesThem() {
        Measurand late = new Measurand.Level("6-MP in urine", 24);
        Measurand early = new Measurand.Level("6-MP in urine", 2);
        double ratio = predict(late, new Comparison.Level()).value().getAsDouble()
                / predict(early, new Comparison.Level()).value().getAsDouble();

        assertThat(predict(late, new Comparison.RatioOf(early)).value()).hasValue(ratio);
        assertThat(predict(late, new Comparison.RatioTo("azathioprine", early)).value())
                .hasValue(ratio);
    }

    @Test
    void ratioToZeroHasNoPrediction() {
        Prediction found = predict(
                new Measurand.Level("6-MP in urine", 24),
                new Comparison.RatioOf(new Measurand.Level("6-MP in urine", 0)));

        assertThat(found.value()).isEmpty();
        assertThat(found.absence()).contains("reference value is 0");
    }

    @Test
    void courseMetricsAreFoundByTheirWindow() {
        assertThat(predict(new Measurand.Exposure("6-MP plasma", "auc", new TimeWindow(0, 24)), new Comparison.Level())
                        .value()
                        .getAsDouble())
                .isBetween(1.49, 1.52);
        assertThat(predict(
                                new Measurand.Exposure("6-MP plasma", "accumulation", new TimeWindow(0, 24)),
                                new Comparison.Level())
                        .absence())
                .contains("the model shows no 6-MP plasma accumulation");
    }

    @Test
    void aMetricOfAnotherWindowIsNoAnswer() {
        assertThat(predict(new Measurand.Exposure("6-MP plasma", "auc", new TimeWindow(0, 20)), new Comparison.Level())
                        .value())
                .isEmpty();
    }

    @Test
    void failedArmSaysSoInsteadOfGivingAValue() {
        ArmResult arm = result.arms().get(0);
        ArmResult failed = new ArmResult(
                arm.arm(),
                new ArmResult.Outcome(false, "step limit reached", arm.outcome().statistics()),
                arm.timeCourses(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        SimulationResult broken = new SimulationResult(result.scenario(), result.phases(), List.of(failed), List.of());

        assertThat(new Predictor(broken)
                        .predict(observation(new Measurand.Level("6-MP in urine", 24), new Comparison.Level()))
                        .absence())
                .isEqualTo("arm azathioprine could not be solved: step limit reached");
    }

    private static Prediction predict(Measurand measurand, Comparison comparison) {
        return new Predictor(result).predict(observation(measurand, comparison));
    }

    private static Observation observation(Measurand measurand, Comparison comparison) {
        return new Observation(
                "azathioprine",
                measurand,
                comparison,
                new Observation.Reported("", 1, OptionalDouble.empty(), OptionalDouble.empty(), "1"),
                Optional.empty(),
                "");
    }
}
