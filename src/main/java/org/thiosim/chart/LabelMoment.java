package org.thiosim.chart;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.thiosim.chart.Polyline.Point;

/** Finds the moment at which the names of curves whose ends lie together had better point to them. */
final class LabelMoment {
    private static final int MOMENTS = 200;
    private static final double LATE = 0.4;
    private static final double TOLD_APART = 1.5;
    private static final double CROWDED = 0.6;
    private static final double APART = 0.9;
    private static final double AIRY = 2.5;
    private static final double ALIKE = 0.3;
    private static final double CLEAR = 10;
    private static final double STILL = 3;

    private final List<Trace> traces;
    private final Scales scales;
    private final double first;
    private final double last;

    private LabelMoment(List<Trace> traces, Scales scales) {
        this.traces = traces;
        this.scales = scales;
        this.first = scales.time().fromHour();
        this.last = traces.get(0).lastHour();
    }

    /**
     * The last time, not early in the run, when curves whose ends lie together lie apart; empty where the ends are apart, the
     * curves never are, or they stand the other way round then.
     *
     * @param line how far apart two names are, px
     */
    static OptionalDouble of(List<Trace> traces, Scales scales, double line) {
        double last = traces.get(0).lastHour();
        return traces.size() < 2 || traces.stream().anyMatch(t -> t.lastHour() != last)
                ? OptionalDouble.empty()
                : new LabelMoment(traces, scales).find(line);
    }

    /** Where a trace is at an hour; at the axis where it has no value. */
    static Point point(Trace trace, double hour, Scales scales) {
        double value = trace.namedAt(hour);
        return new Point(scales.x(hour), Double.isNaN(value) ? scales.plot().bottom() : scales.y(value));
    }

    private OptionalDouble find(double line) {
        double[] near = new double[MOMENTS + 1];
        double[] far = new double[MOMENTS + 1];
        for (int k = (int) (LATE * MOMENTS); k <= MOMENTS; k++) {
            near[k] = room(hour(k), line);
            far[k] = isClear(hour(k)) ? room(hour(k), AIRY * line) : 0;
        }
        double most = Arrays.stream(near).max().orElse(0);
        if (near[MOMENTS] >= CROWDED * most || most < ALIKE * line * (traces.size() - 1)) {
            return OptionalDouble.empty();
        }
        double widest = Arrays.stream(far).max().orElse(0);
        if (widest == 0) {
            return OptionalDouble.empty();
        }
        int k = MOMENTS;
        while (far[k] < APART * widest) {
            k--;
        }
        for (int still = k; still > 0; still--) {
            if (far[still] >= APART * widest && isStill(still)) {
                k = still;
                break;
            }
        }
        return isCrossed(hour(k)) ? OptionalDouble.empty() : OptionalDouble.of(hour(k));
    }

    /** A moment's hour, never after the last one. */
    private double hour(int moment) {
        return Math.min(last, first + (last - first) * moment / MOMENTS);
    }

    private double y(Trace trace, double hour) {
        return point(trace, hour, scales).y();
    }

    /** Whether no curve rises or falls steeply at a moment. */
    private boolean isStill(int moment) {
        double from = hour(moment - 1);
        double until = hour(Math.min(moment + 1, MOMENTS));
        return traces.stream().allMatch(t -> Math.abs(y(t, from) - y(t, until)) <= STILL);
    }

    /** Whether each curve that the axis shows at some time lies well above its lower end. */
    private boolean isClear(double hour) {
        double low = scales.value().low();
        return !scales.value().logarithmic()
                || traces.stream()
                        .filter(t -> Arrays.stream(t.highs()).anyMatch(v -> v > low))
                        .allMatch(t -> y(t, hour) <= scales.plot().bottom() - CLEAR);
    }

    /** Whether two curves that can be told apart at the end stand the other way round at an earlier time. */
    private boolean isCrossed(double hour) {
        for (Trace one : traces) {
            for (Trace other : traces) {
                double below = y(one, last) - y(other, last);
                if (below > TOLD_APART && y(one, hour) - y(other, hour) < -TOLD_APART) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Sum of the distances between neighbouring curves, none counted with more than {@code most}, px. */
    private double room(double hour, double most) {
        double[] heights = traces.stream().mapToDouble(t -> y(t, hour)).sorted().toArray();
        double room = 0;
        for (int i = 1; i < heights.length; i++) {
            room += Math.min(heights[i] - heights[i - 1], most);
        }
        return room;
    }
}
