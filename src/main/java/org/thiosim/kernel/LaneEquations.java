package org.thiosim.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.thiosim.expression.Tape;
import org.thiosim.expression.TapeAssembler;
import org.thiosim.ode.JacobianPattern;

/**
 * The equations of a system as tapes, cut to the states that are followed; the others are zero throughout.
 *
 * @param derivatives the slopes of all states
 * @param jacobian the entries of the full pattern
 * @param fullPattern where those entries stand
 * @param live the states that are followed, ascending
 * @param constants the number of fixed inputs of both tapes
 */
@SuppressWarnings("ArrayRecordComponent")
public record LaneEquations(Tape derivatives, Tape jacobian, JacobianPattern fullPattern, int[] live, int constants) {

    public LaneEquations {
        live = live.clone();
    }

    int states() {
        return live.length;
    }

    /** The slopes of the followed states as a tape of its own: fixed inputs are the constants, varying ones the states. */
    public Tape slopes() {
        TapeAssembler tape = new TapeAssembler(constants, live.length);
        int[] states = new int[live.length];
        Arrays.setAll(states, tape::varying);
        return tape.finish(derivatives(tape, states));
    }

    /** The pattern among the followed states. */
    JacobianPattern pattern() {
        int[] entries = entries();
        return new JacobianPattern(
                live.length,
                Arrays.stream(entries).map(e -> place(fullPattern.row(e))).toArray(),
                Arrays.stream(entries).map(e -> place(fullPattern.column(e))).toArray());
    }

    private int place(int state) {
        return Arrays.binarySearch(live, state);
    }

    private int[] entries() {
        return IntStream.range(0, fullPattern.size())
                .filter(e -> place(fullPattern.row(e)) >= 0 && place(fullPattern.column(e)) >= 0)
                .toArray();
    }

    /** Registers of the slopes of the followed states at a state. */
    int[] derivatives(TapeAssembler tape, int[] states) {
        int[] all = tape.inline(derivatives, fixed(tape), spread(tape, states));
        return Arrays.stream(live).map(s -> all[s]).toArray();
    }

    /** Registers of the entries of {@link #pattern()} at a state. */
    int[] jacobian(TapeAssembler tape, int[] states) {
        int[] all = tape.inline(jacobian, fixed(tape), spread(tape, states));
        return Arrays.stream(entries()).map(e -> all[e]).toArray();
    }

    private int[] fixed(TapeAssembler tape) {
        int[] registers = new int[constants];
        Arrays.setAll(registers, tape::fixed);
        return registers;
    }

    private int[] spread(TapeAssembler tape, int[] states) {
        int[] all = new int[fullPattern.dimension()];
        Arrays.fill(all, tape.constant(0));
        for (int k = 0; k < live.length; k++) {
            all[live[k]] = states[k];
        }
        return all;
    }
}
