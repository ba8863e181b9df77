package org.thiosim.ode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Solves many problems of one system side by side.
 *
 * <p>A lane carries one problem from its start to its end with its own time, step size and jumps, then takes the next
 * problem; all lanes make their trial steps together. A solution is a function of its problem alone: neither the other
 * problems nor their order nor the number of lanes change a bit of it. One solver serves one thread.
 */
public final class LaneSolver {

    private static final double FIRST_PART = 1e-6;
    /** Amounts below it count as none, because arithmetic on numbers near 1e-308 is slow. */
    private static final double NOTHING = 1e-150;

    private final LaneStep step;
    private final Tolerances tolerances;
    private final long stepLimit;
    private final int width;
    private final int n;
    private final double[] rows;
    private final int size;
    private final int next;
    private final int error;
    private final int stages;
    private final double[] weights;

    /** @param stepLimit after how many steps, accepted and rejected, a problem is given up */
    public LaneSolver(LaneStep step, Tolerances tolerances, long stepLimit) {
        if (tolerances.dimension() != step.states()) {
            throw new IllegalArgumentException("a system of " + step.states()
                    + " states needs as many absolute tolerances, not " + tolerances.dimension());
        }
        this.step = step;
        this.tolerances = tolerances;
        this.stepLimit = stepLimit;
        width = step.width();
        n = step.states();
        rows = step.rows();
        size = 2 * n * width;
        next = size + width;
        error = next + 2 * n * width;
        stages = error + width;
        weights = new double[step.method().stages() + 1];
    }

    /** Solves every problem; solutions come in the order of the problems. */
    public List<Solution> solve(List<LaneProblem> problems) {
        Solution[] solutions = new Solution[problems.size()];
        Lane[] lanes = new Lane[width];
        int waiting = 0;
        int active = 0;
        for (int lane = 0; lane < width; lane++) {
            if (waiting < solutions.length) {
                lanes[lane] = new Lane(lane, waiting, problems.get(waiting++));
                active++;
            } else {
                Arrays.fill(rows, size + lane, size + lane + 1, 1.0);
            }
        }
        while (active > 0) {
            attempt(lanes);
            for (int i = 0; i < width; i++) {
                Lane lane = lanes[i];
                if (lane == null || !lane.isDone()) {
                    continue;
                }
                solutions[lane.index] = lane.solution();
                if (waiting < solutions.length) {
                    lanes[i] = new Lane(i, waiting, problems.get(waiting++));
                } else {
                    lanes[i] = null;
                    active--;
                }
            }
        }
        return new ArrayList<>(Arrays.asList(solutions));
    }

    private void attempt(Lane[] lanes) {
        for (Lane lane : lanes) {
            if (lane != null && !lane.isDone()) {
                rows[size + lane.lane] = lane.walk.next();
            }
        }
        step.attempt();
        for (int i = 0; i < width; i++) {
            if (lanes[i] == null || !lanes[i].judge()) {
                stay(i);
            }
        }
        System.arraycopy(rows, next, rows, 0, 2 * n * width);
        for (Lane lane : lanes) {
            if (lane != null && lane.walk.isAtEnd() && !lane.isDone()) {
                lane.enter();
            }
        }
    }

    /** Undoes the step of one lane. */
    private void stay(int lane) {
        for (int at = lane; at < 2 * n * width; at += width) {
            rows[next + at] = rows[at];
        }
    }

    /** One problem on its way. */
    private final class Lane {
        final int lane;
        final int index;
        final StepWalk walk;
        private final LaneProblem problem;
        private final Segments segments;
        private final double[] samples;
        private final double[][] states;
        private int segment = -1;
        private int sampled;
        private long steps;
        private long rejected;
        private ReturnCode failure = ReturnCode.SUCCESS;
        private boolean done;

        Lane(int lane, int index, LaneProblem problem) {
            this.lane = lane;
            this.index = index;
            this.problem = problem;
            segments = Segments.of(problem.start(), problem.end(), problem.jumps());
            samples = problem.samples().hours();
            states = new double[samples.length][];
            double span = problem.end() - problem.start();
            walk = new StepWalk(span, new StepController(step.method().errorOrder()));
            step.bind(lane, problem.constants(), tolerances);
            double[] initial = problem.initial();
            for (int s = 0; s < n; s++) {
                rows[s * width + lane] = initial[s];
                rows[(n + s) * width + lane] = Math.abs(initial[s]);
            }
            take(segments.lastSampleAtStart(0));
            enter();
        }

        boolean isDone() {
            return done;
        }

        /** Goes on to the next segment that has a length, or ends. */
        void enter() {
            while (++segment < segments.count() && problem.start() < problem.end()) {
                jump();
                walk.enter(segments.start(segment), segments.end(segment));
                if (!walk.isAtEnd()) {
                    if (walk.isBlind()) {
                        walk.propose(FIRST_PART * (problem.end() - problem.start()));
                    }
                    return;
                }
            }
            done = true;
        }

        private void jump() {
            segments.forEachJump(segment, j -> rows[j.index() * width + lane] += j.amount());
            for (int at = lane; at < n * width; at += width) {
                double amount = Math.abs(rows[at]);
                rows[at] = amount < NOTHING ? 0 : rows[at];
                rows[n * width + at] = Math.max(rows[n * width + at], amount);
            }
        }

        /** Takes the step just tried, or gives it up; whether it was taken. */
        boolean judge() {
            if (done) {
                return false;
            }
            double e = rows[error + lane];
            if (e <= 1) {
                steps++;
                sample();
                walk.accept(e);
                limit();
                return true;
            }
            rejected++;
            boolean finite = e < Double.POSITIVE_INFINITY;
            if (!(finite ? walk.reject(e) : walk.breakOff())) {
                fail(finite ? ReturnCode.STEP_TOO_SMALL : ReturnCode.NOT_FINITE);
            }
            limit();
            return false;
        }

        private void limit() {
            boolean onTheWay = walk.time() < problem.end();
            if (!done && onTheWay && steps + rejected >= stepLimit) {
                fail(ReturnCode.STEP_LIMIT);
            }
        }

        private void fail(ReturnCode code) {
            failure = code;
            done = true;
        }

        /** Reads the samples inside the step just taken. */
        private void sample() {
            double end = walk.target();
            double limit = end == segments.end(segment) ? segments.lastSampleAtEnd(segment) : end;
            while (sampled < samples.length && samples[sampled] <= limit) {
                double t = Math.min(samples[sampled], end);
                states[sampled++] = t == end ? copy(next) : between((t - walk.time()) / (end - walk.time()));
            }
        }

        private double[] between(double theta) {
            step.method().weights(theta, weights);
            double[] y = new double[n];
            for (int s = 0; s < n; s++) {
                int at = s * width + lane;
                double sum = weights[0] * (rows[next + at] - rows[at]);
                for (int j = 1; j < weights.length; j++) {
                    sum += weights[j] * rows[stages + (j - 1) * n * width + at];
                }
                y[s] = rows[at] + sum;
            }
            return y;
        }

        /** Takes the samples up to a limit from the state as it is. */
        private void take(double limit) {
            while (sampled < samples.length && samples[sampled] <= limit) {
                states[sampled++] = copy(0);
            }
        }

        private double[] copy(int from) {
            double[] y = new double[n];
            for (int s = 0; s < n; s++) {
                y[s] = rows[from + s * width + lane];
            }
            return y;
        }

        Solution solution() {
            boolean success = failure == ReturnCode.SUCCESS;
            double reached = success ? problem.end() : walk.time();
            boolean stiff = step.method().method() == SolverMethod.RODAS4P;
            Status status = new Status(failure, reached, OptionalInt.empty(), Advice.of(failure, stepLimit, stiff));
            return new Solution(
                    status,
                    Arrays.copyOf(samples, sampled),
                    Arrays.copyOf(states, sampled),
                    copy(0),
                    new Statistics(steps, rejected, 0, 0, stiff ? steps + rejected : 0));
        }
    }
}
