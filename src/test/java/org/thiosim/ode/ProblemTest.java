package org.thiosim.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final OdeSystem DECAY = new LinearChain(1, 2);

    private static void assertRefused(ThrowingCallable construction, String... parts) {
        assertThatIllegalArgumentException().isThrownBy(construction).withMessageContainingAll(parts);
    }

    @Test
    void jumpsAreKeptSortedAndThoseOfOneInstantInTheirOrder() {
        Jump late = new Jump(3, 0, 1);
        Jump early = new Jump(1, 0, 1);
        Jump second = new Jump(1, 1, 2);
        OdeProblem problem = new OdeProblem(DECAY, 0, 5, new double[2], List.of(late, early, second));
        assertThat(problem.jumps()).containsExactly(early, second, late);
    }

    @Test
    void arraysAreCopiedAtTheBorder() {
        double[] initial = {1, 2};
        OdeProblem problem = new OdeProblem(DECAY, 0, 5, initial, List.of());
        initial[0] = 9;
        problem.initial()[1] = 9;
        assertThat(problem.initial()).containsExactly(1, 2);
        double[] hours = {1, 2};
        SampleTimes samples = new SampleTimes(hours);
        hours[0] = 9;
        samples.hours()[1] = 9;
        assertThat(samples.hours()).containsExactly(1, 2);
    }

    @Test
    void wrongProblemsAreRefusedWithTheirValues() {
        assertRefused(() -> new OdeProblem(DECAY, 5, 4, new double[2], List.of()), "5.0", "4.0");
        assertRefused(() -> new OdeProblem(DECAY, 0, Double.NaN, new double[2], List.of()), "NaN");
        assertRefused(() -> new OdeProblem(DECAY, 0, 5, new double[3], List.of()), "dimension 2", "not 3");
        assertRefused(() -> new OdeProblem(DECAY, 0, 5, new double[] {1, Double.NaN}, List.of()), "state 1", "NaN");
        assertRefused(() -> new OdeProblem(DECAY, 0, 5, new double[2], List.of(new Jump(6, 0, 1))), "5.0", "6.0");
        assertRefused(() -> new OdeProblem(DECAY, 0, 5, new double[2], List.of(new Jump(-1, 0, 1))), "-1.0");
        assertRefused(() -> new OdeProblem(DECAY, 0, 5, new double[2], List.of(new Jump(1, 2, 1))), "0 to 1", "not 2");
    }

    @Test
    void wrongJumpsAreRefused() {
        assertRefused(() -> new Jump(Double.NaN, 0, 1), "NaN");
        assertRefused(() -> new Jump(1, -1, 1), "-1");
        assertRefused(() -> new Jump(1, 0, Double.POSITIVE_INFINITY), "Infinity", "t = 1.0");
    }

    @Test
    void wrongTolerancesAreRefused() {
        assertRefused(() -> Tolerances.uniform(0, 1e-9, 2), "not 0.0");
        assertRefused(() -> Tolerances.uniform(1, 1e-9, 2), "not 1.0");
        assertRefused(() -> Tolerances.uniform(Double.NaN, 1e-9, 2), "NaN");
        assertRefused(() -> new Tolerances(1e-6, new double[] {1e-9, 0}), "state 1", "not 0.0");
        assertRefused(() -> new Tolerances(1e-6, new double[] {Double.NaN}), "state 0", "NaN");
    }

    @Test
    void wrongSampleTimesAreRefused() {
        assertRefused(() -> SampleTimes.of(1, 1), "1.0 comes after 1.0");
        assertRefused(() -> SampleTimes.of(2, 1), "1.0 comes after 2.0");
        assertRefused(() -> SampleTimes.of(Double.POSITIVE_INFINITY), "Infinity");
    }

    @Test
    void wrongPatternsAreRefused() {
        assertRefused(() -> new JacobianPattern(0, new int[0], new int[0]), "0");
        assertRefused(() -> new JacobianPattern(1, new int[1], new int[2]), "2", "1");
        assertRefused(() -> new JacobianPattern(1, new int[] {0, 1}, new int[] {0, 0}), "(1, 0)");
        assertRefused(() -> new JacobianPattern(1, new int[] {0}, new int[] {-1}), "(0, -1)");
        assertRefused(() -> new JacobianPattern(2, new int[] {1, 0}, new int[] {1, 0}), "(0, 0)", "(1, 1)");
        assertRefused(() -> new JacobianPattern(2, new int[] {0, 0}, new int[] {1, 0}), "(0, 0)", "(0, 1)");
        assertRefused(() -> new JacobianPattern(1, new int[] {0, 0}, new int[] {0, 0}), "each once");
        assertRefused(() -> new JacobianPattern(2, new int[] {0, 1}, new int[] {0, 0}), "2 entries", "not 1");
    }

    @Test
    void densePatternHoldsEveryPlace() {
        JacobianPattern pattern = JacobianPattern.dense(2);
        assertThat(pattern.rows()).containsExactly(0, 0, 1, 1);
        assertThat(pattern.columns()).containsExactly(0, 1, 0, 1);
        assertThat(pattern).isEqualTo(JacobianPattern.dense(2)).hasSameHashCodeAs(JacobianPattern.dense(2));
        assertThat(pattern).isNotEqualTo(DECAY.pattern()).hasToString("JacobianPattern[2 by 2, 4 entries]");
    }

    @Test
    void methodsAreFoundByTheirIds() {
        for (SolverMethod method : SolverMethod.values()) {
            assertThat(SolverMethod.named(method.id())).contains(method);
            assertThat(method.description()).endsWith(".");
        }
        assertThat(SolverMethod.named("euler")).isEmpty();
        assertRefused(() -> SolverMethod.RODAS4P.create(0), "at least 1", "0");
    }
}
