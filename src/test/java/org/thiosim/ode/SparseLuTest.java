package org.thiosim.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.TreeSet;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseLuTest {

    private static JacobianPattern random(Random random, int n, double density) {
        TreeSet<Integer> places = new TreeSet<>();
        for (int i = 0; i < n; i++) {
            places.add(i * n + i);
            for (int j = 0; j < n; j++) {
                if (random.nextDouble() < density) {
                    places.add(i * n + j);
                }
            }
        }
        return new JacobianPattern(
                n,
                places.stream().mapToInt(place -> place / n).toArray(),
                places.stream().mapToInt(place -> place % n).toArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void solvesWhatADenseFactorizationSolves(long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(60);
        JacobianPattern pattern = random(random, n, random.nextDouble() * 0.3);
        SparseLu lu = new SparseLu(EliminationPlan.of(pattern));
        for (int repeat = 0; repeat < 3; repeat++) {
            double shift = 2.0 * n;
            double[] jacobian = random.doubles(pattern.size(), -1, 1).toArray();
            double[] b = random.doubles(n, -1, 1).toArray();
            double[][] dense = new double[n][n];
            for (int e = 0; e < jacobian.length; e++) {
                dense[pattern.row(e)][pattern.column(e)] = -jacobian[e];
            }
            for (int i = 0; i < n; i++) {
                dense[i][i] += shift;
            }
            double[] expected = new LUDecomposition(new Array2DRowRealMatrix(dense))
                    .getSolver()
                    .solve(new ArrayRealVector(b))
                    .toArray();
            assertThat(lu.factorize(shift, jacobian)).isTrue();
            lu.solve(b);
            assertThat(b).containsExactly(expected, within(1e-13));
        }
    }

    @Test
    void triangularCascadeFillsNothing() {
        TreeSet<Integer> places = new TreeSet<>();
        Random random = new Random(42);
        int n = 60;
        for (int i = 0; i < n; i++) {
            places.add(i * n + i);
            for (int e = 0; e < 3; e++) {
                places.add(i * n + random.nextInt(i + 1));
            }
        }
        JacobianPattern pattern = new JacobianPattern(
                n,
                places.stream().mapToInt(place -> place / n).toArray(),
                places.stream().mapToInt(place -> place % n).toArray());
        EliminationPlan plan = EliminationPlan.of(pattern);
        assertThat(plan.size()).isEqualTo(pattern.size());
        assertThat(plan.target).isEmpty();
    }

    @Test
    void hubIsEliminatedLast() {
        int n = 20;
        TreeSet<Integer> places = new TreeSet<>();
        for (int i = 0; i < n; i++) {
            places.add(i);
            places.add(i * n);
            places.add(i * n + i);
        }
        JacobianPattern pattern = new JacobianPattern(
                n,
                places.stream().mapToInt(place -> place / n).toArray(),
                places.stream().mapToInt(place -> place % n).toArray());
        assertThat(EliminationPlan.of(pattern).size()).isEqualTo(pattern.size());
    }

    @Test
    void cancelledPivotIsSingularAndAShorterStepCuresIt() {
        SparseLu lu = new SparseLu(EliminationPlan.of(JacobianPattern.dense(2)));
        double[] jacobian = {0, 1, 1, 0};
        assertThat(lu.factorize(1.0, jacobian)).isFalse();
        assertThat(lu.singularState()).isEqualTo(1);
        assertThat(lu.factorize(2.0, jacobian)).isTrue();
    }

    @Test
    void unitsOfTheStatesDoNotMakeAMatrixSingular() {
        SparseLu lu = new SparseLu(EliminationPlan.of(JacobianPattern.dense(2)));
        assertThat(lu.factorize(1.0, new double[] {-1, 1e15, 1e-15, -1})).isTrue();
        double[] b = {0, 1};
        lu.solve(b);
        assertThat(b[0]).isCloseTo(1e15 / 3, within(1.0));
        assertThat(b[1]).isCloseTo(2.0 / 3, within(1e-15));
    }
}
