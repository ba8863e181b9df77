package org.thiosim.ode;

/**
 * What a solve gives: the state at each sample time reached, the last state, and how the solve ended.
 *
 * <p>After a failure it holds the samples up to the failure alone, and the final state is that of the last accepted
 * step. A solution owns its arrays and hands them out uncopied; they are not to be changed.
 *
 * @param status how the solve ended
 * @param hours the sample times reached
 * @param states the state at each of them, [sample][state]
 * @param finalState the state at {@code status.time()}, before any jump there
 * @param statistics the work done
 */
@SuppressWarnings("ArrayRecordComponent")
public record Solution(Status status, double[] hours, double[][] states, double[] finalState, Statistics statistics) {

    public Solution {
        if (hours.length != states.length) {
            throw new IllegalArgumentException(
                    "a solution has one state for each of " + hours.length + " sample times, not " + states.length);
        }
    }
}
