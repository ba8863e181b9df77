package org.thiosim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.LaneStep;
import org.thiosim.ode.Tolerances;

/** Holds the forms of a step together, bit for bit. */
class LaneKernelTest {

    static Stream<Arguments> steps() {
        return Stream.of(LaneMethod.values())
                .flatMap(m -> Stream.of(LaneSystems.bateman(), LaneSystems.saturable(), LaneSystems.cells())
                        .map(e -> Arguments.of(m, e)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyFormGivesTheSameBitsInEveryLane(LaneMethod method, LaneEquations equations) {
        StepTape tape = StepTape.of(method, equations);
        Random random = new Random(7);
        for (int width : new int[] {1, 5, 32, 64}) {
            LaneStep lanes = LaneKernel.lanes(tape, width).create();
            LaneStep[] singles = new LaneStep[width];
            for (int lane = 0; lane < width; lane++) {
                LaneKernel kernel = lane % 2 == 0 ? LaneKernel.interpreted(tape) : LaneKernel.scalar(tape);
                singles[lane] = kernel.create();
                fill(lanes, lane, singles[lane], equations, random);
            }
            lanes.attempt();
            for (int lane = 0; lane < width; lane++) {
                singles[lane].attempt();
                assertSameRows(lanes, lane, singles[lane]);
            }
        }
    }

    private static void fill(LaneStep lanes, int lane, LaneStep single, LaneEquations equations, Random random) {
        int n = equations.states();
        double[] constants = random.doubles(equations.constants(), 0.01, 2).toArray();
        Tolerances tolerances =
                new Tolerances(1e-3, random.doubles(n, 1e-9, 1e-6).toArray(), 0.1);
        lanes.bind(lane, constants, tolerances);
        single.bind(0, constants, tolerances);
        for (int row = 0; row <= 2 * n; row++) {
            double value = row == 2 * n ? random.nextDouble(0.01, 0.5) : random.nextDouble(0, 10);
            lanes.rows()[row * lanes.width() + lane] = value;
            single.rows()[row] = value;
        }
    }

    private static void assertSameRows(LaneStep lanes, int lane, LaneStep single) {
        int rows = LaneStep.rowCount(single.states(), single.method());
        for (int row = 0; row < rows; row++) {
            long found = Double.doubleToRawLongBits(lanes.rows()[row * lanes.width() + lane]);
            assertThat(found)
                    .as("row %s of lane %s of %s", row, lane, lanes.width())
                    .isEqualTo(Double.doubleToRawLongBits(single.rows()[row]));
        }
    }

    @Test
    void statesThatAreNotFollowedCostNothing() {
        LaneEquations all = LaneSystems.cells();
        LaneEquations two = new LaneEquations(
                all.derivatives(), all.jacobian(), all.fullPattern(), new int[] {0, 1}, all.constants());
        int cost = StepTape.of(LaneMethod.RODAS4P, two).tape().operationsPerRun();
        assertThat(cost).isLessThan(StepTape.of(LaneMethod.RODAS4P, all).tape().operationsPerRun() / 2);
    }

    @Test
    void rowsOfValuesNoLongerNeededAreUsedAgain() {
        StepTape tape = StepTape.of(LaneMethod.RODAS4P, LaneSystems.cells());
        LaneLayout layout = new LaneLayout(tape.tape());
        int inputsAndOutputs = LaneStep.rowCount(5, LaneMethod.RODAS4P);
        int temporary = layout.rowCount() - inputsAndOutputs - layout.bound().length;
        assertThat(temporary).isLessThan(layout.order().size() / 2);
    }

    @Test
    void aStepRefusesConstantsOfAnotherSystem() {
        LaneStep step = LaneKernel.interpreted(StepTape.of(LaneMethod.RODAS4P, LaneSystems.bateman()))
                .create();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> step.bind(0, new double[3], Tolerances.uniform(1e-3, 1e-6, 2)))
                .withMessageContaining("takes 2 constants, not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaneKernel.lanes(StepTape.of(LaneMethod.RODAS4P, LaneSystems.bateman()), 0))
                .withMessageContaining("at least one lane");
    }

    @Test
    void oneKernelServesSeveralThreadsWithRowsOfTheirOwn() {
        LaneKernel kernel = LaneKernel.lanes(StepTape.of(LaneMethod.RODAS4P, LaneSystems.bateman()), 32);
        List<LaneStep> steps = List.of(kernel.create(), kernel.create());
        assertThat(steps.get(0).rows()).isNotSameAs(steps.get(1).rows());
        assertThat(kernel.width()).isEqualTo(32);
    }
}
