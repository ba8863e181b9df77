package org.thiosim.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.io.Setting;
import org.thiosim.kernel.LaneKernel;
import org.thiosim.kernel.StepTape;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.LaneSolver;
import org.thiosim.ode.SampleTimes;
import org.thiosim.ode.Solution;

/** What of the thiopurine model a cohort follows, and that it is the same model. */
class LaneSystemTest {
    private static final List<String> OUTPUTS = List.of("6-TGN", "6-MMPR", "DNA-TG", "neutrophils");

    private static Scenario scenario() {
        return ScenarioFile.read(
                        Path.of("scenarios/single/allopurinol-interaction.yaml"),
                        ModelLibrary.in(Path.of("models")),
                        List.of(Setting.parse("solver={relative: 1e-8}")))
                .scenario();
    }

    @Test
    void statesThatNoDoseReachesAndNoOutputNeedsAreLeftOut() {
        Scenario scenario = scenario();
        List<String> alone = LaneSystem.of(scenario.arms().get(0), OUTPUTS).followed();
        List<String> together = LaneSystem.of(scenario.arms().get(2), OUTPUTS).followed();
        assertThat(alone)
                .contains("aza-gut", "mp", "tgn", "mmpr", "dna-tg", "neutrophils")
                .doesNotContain("mp-gut", "tua", "faeces", "oxypurinol", "tg", "rac1");
        assertThat(together).containsAll(alone).contains("oxypurinol");
        assertThat(LaneSystem.of(scenario.arms().get(0), List.of("6-TGN")).followed())
                .doesNotContain("mmpr", "dna-tg", "prol");
    }

    @Test
    void aStateThatArisesByItselfIsFollowed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("pool.yaml"), """
                model: pool
                title: A pool that is formed at a constant rate beside a drug
                sources: {textbook: {cite: textbook}}
                drugs:
                  drug: {molar-mass: 100 g/mol, routes: {iv: central}, source: textbook}
                species:
                  central: {title: drug}
                  pool: {title: pool}
                reactions:
                  elimination: {from: central, law: first-order, k: k}
                  formation: {to: pool, law: zero-order, rate: r}
                  loss: {from: pool, law: first-order, k: k}
                parameters:
                  k: {typical: 0.1 1/h, known: assumed, source: textbook}
                  r: {typical: 3 µmol/h, known: assumed, source: textbook}
                observables:
                  sum: {formula: central + pool, unit: µmol}
                """);
        Path file = Files.writeString(
                folder.resolve("scenario.yaml"),
                "scenario: pool\nmodel: ./pool.yaml\nhorizon: 24 h\narms:\n"
                        + "  one: [{drug: drug, dose: 1 mg, route: iv, at: 0 h}]\n");
        Arm arm = ScenarioFile.read(file, ModelLibrary.in(Path.of("models")), List.of())
                .scenario()
                .arms()
                .get(0);

        assertThat(LaneSystem.of(arm, List.of("sum")).followed()).containsExactly("central", "pool");
    }

    @Test
    void lanesGiveTheCoursesOfARun() {
        Scenario scenario = scenario();
        double[] weeks = DoubleStream.iterate(168, t -> t <= scenario.horizon(), t -> t + 168)
                .toArray();
        for (Arm arm : scenario.arms()) {
            LaneSystem system = LaneSystem.of(arm, OUTPUTS);
            LaneKernel kernel = LaneKernel.lanes(StepTape.of(LaneMethod.RODAS4P, system.equations()), 2);
            Solution solution = new LaneSolver(kernel.create(), system.tolerances(1e-3, 1e-7, 0.1), 1_000_000)
                    .solve(List.of(system.problem(arm, scenario.horizon(), new SampleTimes(weeks))))
                    .get(0);
            for (TimeCourse course : Simulator.run(scenario).arms().stream()
                    .filter(r -> r.arm().name().equals(arm.name()))
                    .flatMap(r -> r.timeCourses().stream())
                    .filter(c -> OUTPUTS.contains(c.observable()))
                    .toList()) {
                assertAgree(arm, system, solution, course);
            }
        }
    }

    private static void assertAgree(Arm arm, LaneSystem system, Solution solution, TimeCourse course) {
        IndividualValues individual = IndividualValues.of(arm.model().model(), arm.patient(), arm.parameterSet());
        BoundModel bound = arm.model().bind(individual, Set.of());
        ObservableColumn column = ObservableColumn.of(arm.model(), course.observable());
        double[] values = new double[arm.model().observables().size()];
        int compared = 0;
        for (int i = 0; i < solution.hours().length; i++) {
            int at = Arrays.binarySearch(course.hours(), solution.hours()[i]);
            if (at >= 0) {
                double[] state = system.whole(solution.states()[i]);
                bound.observe(state, new double[state.length], values);
                double expected = course.values()[at];
                assertThat(column.value(state, values))
                        .as("%s of %s at %s h", course.observable(), arm.name(), solution.hours()[i])
                        .isCloseTo(expected, within(5e-5 * Math.abs(expected)));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(24);
    }

    @Test
    void aDoseOfADrugThatIsNotFollowedIsRefused() {
        Scenario scenario = scenario();
        LaneSystem alone = LaneSystem.of(scenario.arms().get(0), OUTPUTS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alone.problem(scenario.arms().get(2), scenario.horizon(), SampleTimes.of(1)))
                .withMessageContaining("allopurinol-gut");
    }

    @Test
    void outputsThatNothingReachesAreRefused() {
        Arm arm = scenario().arms().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaneSystem.of(arm, List.of("oxypurinol plasma")))
                .withMessageContaining("no dose and no initial value reaches oxypurinol plasma");
    }
}
