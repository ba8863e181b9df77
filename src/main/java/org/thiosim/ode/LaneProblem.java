package org.thiosim.ode;

import java.util.Comparator;
import java.util.List;

/**
 * One patient's initial-value problem for {@link LaneSolver}, with the semantics of {@link OdeProblem}.
 *
 * @param constants the constants of the equations
 * @param start the time of the initial state
 * @param end the last time
 * @param initial the state at the start, before any jump there
 * @param jumps the discontinuities; kept sorted by time
 * @param samples the times at which the solution is wanted, from start to end
 */
@SuppressWarnings("ArrayRecordComponent")
public record LaneProblem(
        double[] constants, double start, double end, double[] initial, List<Jump> jumps, SampleTimes samples) {
    public LaneProblem {
        if (!(start <= end)) {
            throw new IllegalArgumentException("a problem ends at or after its start " + start + ", not at " + end);
        }
        double[] hours = samples.hours();
        if (hours.length > 0 && (hours[0] < start || hours[hours.length - 1] > end)) {
            throw new IllegalArgumentException("sample times lie between the start " + start + " and the end " + end
                    + ", not from " + hours[0] + " to " + hours[hours.length - 1]);
        }
        for (Jump jump : jumps) {
            if (jump.time() < start || jump.time() > end || jump.index() >= initial.length) {
                throw new IllegalArgumentException("a jump lies between " + start + " and " + end + " and is of one of "
                        + initial.length + " states, not " + jump);
            }
        }
        jumps = jumps.stream().sorted(Comparator.comparingDouble(Jump::time)).toList();
    }
}
