package org.thiosim.ode;

import java.util.function.DoubleFunction;

/** A problem with its solution, which at a jump time is the value before the jump. */
record ExactProblem(String name, OdeProblem problem, DoubleFunction<double[]> exact) {

    Tolerances tolerances(double relative) {
        return Tolerances.uniform(relative, relative * 1e-3, problem.dimension());
    }

    /** Equally spaced times with both ends. */
    SampleTimes samples(int intervals) {
        double[] hours = new double[intervals + 1];
        for (int i = 0; i < intervals; i++) {
            hours[i] = problem.start() + i * (problem.end() - problem.start()) / intervals;
        }
        hours[intervals] = problem.end();
        return new SampleTimes(hours);
    }

    /** The largest error over samples and states, relative to the largest value of each state. */
    double error(Solution solution) {
        double worst = 0;
        for (int i = 0; i < problem.dimension(); i++) {
            double error = 0;
            double size = 0;
            for (int s = 0; s < solution.hours().length; s++) {
                double exactValue = exact.apply(solution.hours()[s])[i];
                error = Math.max(error, Math.abs(solution.states()[s][i] - exactValue));
                size = Math.max(size, Math.abs(exactValue));
            }
            worst = Math.max(worst, error / size);
        }
        return worst;
    }

    @Override
    public String toString() {
        return name;
    }
}
