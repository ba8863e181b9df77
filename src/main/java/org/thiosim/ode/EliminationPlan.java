package org.thiosim.ode;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where a sparse matrix without pivoting puts its factors: the symbolic half of {@link SparseLu}.
 *
 * <p>Pivots are taken from the diagonal, each time the one with the fewest possible new entries, (r − 1)(c − 1) with r
 * and c the non-zeros left in its row and column (Markowitz 1957), the lowest index among equals.
 *
 * <p>One array of values holds the factors. Value i is the diagonal of state i; then follow, pivot by pivot, the
 * entries below it (a column of L) and right of it (a row of U). Elimination runs through {@code target} once.
 */
public final class EliminationPlan {

    final int dimension;
    /** The state eliminated at each pivot. */
    final int[] pivots;
    /** For each pivot the position of its first L value, and where its U values start and end. */
    final int[] lowerStart;

    final int[] upperStart;
    final int[] upperEnd;
    /** For each value after the diagonal, the row of an L value or the column of a U value. */
    final int[] state;
    /** The value changed by each product l·u, in the order of the elimination. */
    final int[] target;
    /** The position of each entry of the pattern. */
    final int[] position;

    private EliminationPlan(
            int[] pivots,
            int[] lowerStart,
            int[] upperStart,
            int[] upperEnd,
            int[] state,
            int[] target,
            int[] position) {
        this.dimension = pivots.length;
        this.pivots = pivots;
        this.lowerStart = lowerStart;
        this.upperStart = upperStart;
        this.upperEnd = upperEnd;
        this.state = state;
        this.target = target;
        this.position = position;
    }

    /** The plan for a pattern. */
    public static EliminationPlan of(JacobianPattern pattern) {
        return new Elimination(pattern).plan();
    }

    /** Shows the arithmetic of a factorisation, in its order. */
    public void factorize(FactorArithmetic arithmetic) {
        int next = 0;
        for (int k = 0; k < dimension; k++) {
            arithmetic.invert(pivots[k]);
            for (int l = lowerStart[k]; l < upperStart[k]; l++) {
                arithmetic.multiply(l, pivots[k]);
                for (int u = upperStart[k]; u < upperEnd[k]; u++) {
                    arithmetic.subtractProduct(target[next++], l, u);
                }
            }
        }
    }

    /** Shows the arithmetic of a solution with the factors, in its order. */
    public void solve(SolutionArithmetic arithmetic) {
        for (int k = 0; k < dimension; k++) {
            for (int l = lowerStart[k]; l < upperStart[k]; l++) {
                arithmetic.subtractProduct(state[l], l, pivots[k]);
            }
        }
        for (int k = dimension - 1; k >= 0; k--) {
            for (int u = upperStart[k]; u < upperEnd[k]; u++) {
                arithmetic.subtractProduct(pivots[k], u, state[u]);
            }
            arithmetic.multiply(pivots[k], pivots[k]);
        }
    }

    /** Where an entry of the pattern stands among the values. */
    public int position(int entry) {
        return position[entry];
    }

    /** What is done to the values of a matrix to factorise it. */
    public interface FactorArithmetic {

        /** Replaces a value by its reciprocal. */
        void invert(int value);

        /** Multiplies a value by another. */
        void multiply(int value, int by);

        /** Subtracts the product of two values from a third. */
        void subtractProduct(int value, int left, int right);
    }

    /** What is done to the components of a right-hand side to solve with factors. */
    public interface SolutionArithmetic {

        /** Subtracts the product of a value of the factors and another component from a component. */
        void subtractProduct(int component, int value, int other);

        /** Multiplies a component by a value of the factors. */
        void multiply(int component, int value);
    }

    /** The number of values: non-zeros of both factors, the diagonal once. */
    public int size() {
        return state.length;
    }

    /** The elimination carried out on places instead of numbers. */
    private static final class Elimination {

        private final JacobianPattern pattern;
        private final int n;
        private final BitSet[] rows;
        private final BitSet[] columns;
        private final int[][] places;
        private final int[] pivots;
        private final int[] lowerStart;
        private final int[] upperStart;
        private final int[] upperEnd;
        private int[] state;
        private int size;

        Elimination(JacobianPattern pattern) {
            this.pattern = pattern;
            n = pattern.dimension();
            rows = sets(n);
            columns = sets(n);
            for (int k = 0; k < pattern.size(); k++) {
                rows[pattern.row(k)].set(pattern.column(k));
                columns[pattern.column(k)].set(pattern.row(k));
            }
            places = new int[n][n];
            pivots = new int[n];
            lowerStart = new int[n];
            upperStart = new int[n];
            upperEnd = new int[n];
            state = new int[Math.max(2 * pattern.size(), n)];
            size = n;
        }

        EliminationPlan plan() {
            BitSet left = new BitSet(n);
            left.set(0, n);
            for (int k = 0; k < n; k++) {
                int pivot = cheapest(left);
                left.clear(pivot);
                pivots[k] = pivot;
                eliminate(k, pivot, left);
            }
            int[] position = new int[pattern.size()];
            for (int e = 0; e < position.length; e++) {
                position[e] = places[pattern.row(e)][pattern.column(e)];
            }
            return new EliminationPlan(
                    pivots, lowerStart, upperStart, upperEnd, Arrays.copyOf(state, size), targets(), position);
        }

        private int cheapest(BitSet left) {
            int best = -1;
            long least = Long.MAX_VALUE;
            for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
                long cost = (rows[i].cardinality() - 1L) * (columns[i].cardinality() - 1L);
                if (cost < least) {
                    least = cost;
                    best = i;
                }
            }
            return best;
        }

        private void eliminate(int k, int pivot, BitSet left) {
            places[pivot][pivot] = pivot;
            rows[pivot].and(left);
            columns[pivot].and(left);
            lowerStart[k] = size;
            columns[pivot].stream().forEach(row -> {
                places[row][pivot] = place(row);
                rows[row].or(rows[pivot]);
                rows[row].clear(pivot);
            });
            upperStart[k] = size;
            rows[pivot].stream().forEach(column -> {
                places[pivot][column] = place(column);
                columns[column].or(columns[pivot]);
                columns[column].clear(pivot);
            });
            upperEnd[k] = size;
        }

        private int place(int other) {
            if (size == state.length) {
                state = Arrays.copyOf(state, 2 * size);
            }
            state[size] = other;
            return size++;
        }

        private int[] targets() {
            int[] target = new int[products()];
            int next = 0;
            for (int k = 0; k < n; k++) {
                for (int l = lowerStart[k]; l < upperStart[k]; l++) {
                    for (int u = upperStart[k]; u < upperEnd[k]; u++) {
                        target[next++] = places[state[l]][state[u]];
                    }
                }
            }
            return target;
        }

        private int products() {
            int products = 0;
            for (int k = 0; k < n; k++) {
                products += (upperStart[k] - lowerStart[k]) * (upperEnd[k] - upperStart[k]);
            }
            return products;
        }

        private static BitSet[] sets(int n) {
            BitSet[] sets = new BitSet[n];
            Arrays.setAll(sets, i -> new BitSet(n));
            return sets;
        }
    }
}
