package org.thiosim.ode;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The stretches of a problem between its jump times, with the jumps at the beginning of each. */
final class Segments {

    private static final double SAME_TIME = 1e-9;

    private final List<Jump> jumps;
    private final int[] firstJump;
    private final double[] boundaries;
    private final double problemEnd;

    private Segments(List<Jump> jumps, int[] firstJump, double[] boundaries, double problemEnd) {
        this.jumps = jumps;
        this.firstJump = firstJump;
        this.boundaries = boundaries;
        this.problemEnd = problemEnd;
    }

    static Segments of(OdeProblem problem) {
        return of(problem.start(), problem.end(), problem.jumps());
    }

    /** @param jumps sorted by time */
    static Segments of(double start, double end, List<Jump> jumps) {
        double[] boundaries = new double[jumps.size() + 2];
        int[] firstJump = new int[jumps.size() + 2];
        boundaries[0] = start;
        int segment = 0;
        int j = 0;
        while (j < jumps.size() && !same(jumps.get(j).time(), end)) {
            double time = jumps.get(j).time();
            if (!same(boundaries[segment], time)) {
                boundaries[++segment] = time;
                firstJump[segment] = j;
            }
            j++;
        }
        int count = segment + 1;
        boundaries[count] = end;
        firstJump[count] = j;
        return new Segments(jumps, Arrays.copyOf(firstJump, count + 1), Arrays.copyOf(boundaries, count + 1), end);
    }

    int count() {
        return boundaries.length - 1;
    }

    double start(int segment) {
        return boundaries[segment];
    }

    double end(int segment) {
        return boundaries[segment + 1];
    }

    void applyJumps(int segment, double[] y) {
        forEachJump(segment, jump -> y[jump.index()] += jump.amount());
    }

    void forEachJump(int segment, Consumer<Jump> action) {
        jumps.subList(firstJump[segment], firstJump[segment + 1]).forEach(action);
    }

    /** The last time that counts as not after the start of a segment. */
    double lastSampleAtStart(int segment) {
        boolean jumped = firstJump[segment] < firstJump[segment + 1];
        return jumped ? sampleLimit(boundaries[segment]) : boundaries[segment];
    }

    /** The last time that counts as not after the end of a segment. */
    double lastSampleAtEnd(int segment) {
        return segment + 1 < count() ? sampleLimit(boundaries[segment + 1]) : problemEnd;
    }

    private double sampleLimit(double time) {
        return Math.min(time + SAME_TIME * Math.abs(time), problemEnd);
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= SAME_TIME * Math.max(Math.abs(a), Math.abs(b));
    }
}
