package org.thiosim.simulation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One observable of one arm over time.
 *
 * @param arm the arm's name
 * @param observable the observable's id, for example {@code 6-TGN}
 * @param unit the unit of {@code values} as users read it, for example {@code pmol/8e8 RBC}
 * @param hours sample times in h, ascending
 * @param values one value per sample time; at a dose time the value before the dose; not a
 *     number where the observable is not valid
 */
@SuppressWarnings("ArrayRecordComponent")
public record TimeCourse(String arm, String observable, String unit, double[] hours, double[] values) {
    public TimeCourse {
        if (hours.length != values.length) {
            throw new IllegalArgumentException(
                    observable + " of " + arm + ": " + hours.length + " times but " + values.length + " values");
        }
        hours = hours.clone();
        values = values.clone();
    }

    /** The value at a time in h, linear between two samples; not a number before the first or after the last. */
    public double at(double hour) {
        int found = Arrays.binarySearch(hours, hour);
        int next = -found - 1;
        if (found >= 0 || next == 0 || next == hours.length) {
            return found >= 0 ? values[found] : Double.NaN;
        }
        double share = (hour - hours[next - 1]) / (hours[next] - hours[next - 1]);
        return values[next - 1] + share * (values[next] - values[next - 1]);
    }

    /** The samples that have a finite value. */
    public TimeCourse shown() {
        int[] kept = IntStream.range(0, values.length)
                .filter(k -> Double.isFinite(values[k]))
                .toArray();
        return new TimeCourse(
                arm,
                observable,
                unit,
                Arrays.stream(kept).mapToDouble(k -> hours[k]).toArray(),
                Arrays.stream(kept).mapToDouble(k -> values[k]).toArray());
    }

    @Override
    public double[] hours() {
        return hours.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }
}
