package org.thiosim.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.thiosim.simulation.TimeCourse;

/** Makes room on the value axis for published values and for spreads up to three times the largest of them. */
final class MeasuredExtent {
    private static final double WIDEST = 3;

    private MeasuredExtent() {}

    /** The traces, and short ones at the height of each value that the axis must show. */
    static List<Trace> beside(List<Trace> traces, List<MeasuredSample> samples) {
        double largest = Math.max(
                samples.stream().mapToDouble(MeasuredSample::value).max().orElse(0),
                traces.stream()
                        .flatMapToDouble(t -> Arrays.stream(t.highs()))
                        .max()
                        .orElse(0));
        List<Trace> all = new ArrayList<>(traces);
        for (MeasuredSample sample : samples) {
            add(all, sample, sample.value());
            for (OptionalDouble end : List.of(sample.low(), sample.high())) {
                if (end.isPresent() && end.getAsDouble() > 0 && end.getAsDouble() <= WIDEST * largest) {
                    add(all, sample, end.getAsDouble());
                }
            }
        }
        return List.copyOf(all);
    }

    private static void add(List<Trace> traces, MeasuredSample sample, double value) {
        double[] hours = {sample.hour(), sample.hour() + 1};
        TimeCourse level = new TimeCourse(sample.arm(), "", "", hours, new double[] {value, value});
        traces.addAll(Trace.of(List.of(level), ChartStyle.STANDARD));
    }
}
