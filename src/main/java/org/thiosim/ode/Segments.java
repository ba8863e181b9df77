package org.thiosim.ode;

import java.util.Arrays;
import java.util.List;

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
        List<Jump> jumps = problem.jumps();
        double[] boundaries = new double[jumps.size() + 2];
        int[] firstJump = new int[jumps.size() + 2];
        boundaries[0] = problem.start();
        int segment = 0;
        int j = 0;
        while (j < jumps.size() && !same(jumps.get(j).time(), problem.end())) {
            double time = jumps.get(j).time();
            if (!same(boundaries[segment], time)) {
                boundaries[++segment] = time;
                firstJump[segment] = j;
            }
            j++;
        }
        int count = segment + 1;
        boundaries[count] = problem.end();
        firstJump[count] = j;
        return new Segments(
                jumps, Arrays.copyOf(firstJump, count + 1), Arrays.copyOf(boundaries, count + 1), problem.end());
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
        for (int j = firstJump[segment]; j < firstJump[segment + 1]; j++) {
            Jump jump = jumps.get(j);
            y[jump.index()] += jump.amount();
        }
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
