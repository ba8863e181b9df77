package org.thiosim.kernel;

import java.util.Arrays;
import org.thiosim.expression.Operation;
import org.thiosim.expression.TapeAssembler;
import org.thiosim.ode.LaneMethod;

/** The inputs of a {@link StepTape} while it is written, and what every method does with them. */
final class StepInputs {
    private final int constants;
    private final int n;
    private final TapeAssembler tape;

    StepInputs(int constants, int n) {
        this.constants = constants;
        this.n = n;
        tape = new TapeAssembler(constants + 2 + n, 2 * n + 1);
    }

    TapeAssembler tape() {
        return tape;
    }

    int[] states() {
        int[] states = new int[n];
        Arrays.setAll(states, tape::varying);
        return states;
    }

    int size() {
        return tape.varying(2 * n);
    }

    /** y + Σ aⱼ kⱼ over the first stages. */
    int[] plus(int[] y, double[] a, int[][] k, int count) {
        int[] sum = y.clone();
        for (int s = 0; s < n; s++) {
            for (int j = 0; j < count; j++) {
                sum[s] = tape.add(sum[s], tape.multiply(tape.constant(a[j]), k[j][s]));
            }
        }
        return sum;
    }

    /**
     * The tape of a step, with the root of the sum of squares over the states of its error in units of the tolerance:
     * no state exceeds its tolerance where that is at most 1, and a sum costs less than a search for the largest.
     */
    StepTape finish(LaneMethod method, int[] after, int[] estimate, int[][] stages) {
        int[] outputs = new int[(2 + stages.length) * n + 1];
        int squares = tape.constant(0);
        for (int s = 0; s < n; s++) {
            int reached = tape.operation(Operation.ABS, after[s]);
            int ratio = tape.operation(Operation.DIVIDE, estimate[s], scale(s, reached));
            squares = tape.add(squares, tape.operation(Operation.SQUARE, ratio));
            outputs[s] = after[s];
            outputs[n + s] = tape.operation(Operation.MAX, tape.varying(n + s), reached);
        }
        outputs[2 * n] = tape.operation(Operation.SQRT, squares);
        for (int j = 0; j < stages.length; j++) {
            System.arraycopy(stages[j], 0, outputs, (2 + j) * n + 1, n);
        }
        return new StepTape(method, n, constants, tape.finish(outputs));
    }

    /** absolute + relative · (mean magnitude over the step + peak share · peak). */
    private int scale(int s, int reached) {
        int half = tape.multiply(tape.fixed(constants), tape.constant(0.5));
        int followed = tape.multiply(tape.fixed(constants), tape.fixed(constants + 1));
        int magnitudes = tape.add(tape.operation(Operation.ABS, tape.varying(s)), reached);
        int floor = tape.add(tape.fixed(constants + 2 + s), tape.multiply(followed, tape.varying(n + s)));
        return tape.add(floor, tape.multiply(half, magnitudes));
    }
}
