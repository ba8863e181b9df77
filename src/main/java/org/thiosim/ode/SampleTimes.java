package org.thiosim.ode;

/**
 * The times at which a solution is wanted, each later than the one before; none is allowed.
 *
 * <p>Samples are read from the continuous solution and never change the steps.
 *
 * @param hours the times, in the unit of time of the problem; finite
 */
@SuppressWarnings("ArrayRecordComponent")
public record SampleTimes(double[] hours) {

    public SampleTimes {
        hours = hours.clone();
        for (int i = 0; i < hours.length; i++) {
            if (!Double.isFinite(hours[i])) {
                throw new IllegalArgumentException("a sample time is finite, not " + hours[i]);
            }
            if (i > 0 && hours[i] <= hours[i - 1]) {
                throw new IllegalArgumentException(
                        "sample times ascend, but " + hours[i] + " comes after " + hours[i - 1]);
            }
        }
    }

    /** The given times. */
    public static SampleTimes of(double... hours) {
        return new SampleTimes(hours);
    }

    /** A copy of the times. */
    @Override
    public double[] hours() {
        return hours.clone();
    }
}
