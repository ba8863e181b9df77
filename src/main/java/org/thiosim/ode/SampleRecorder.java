package org.thiosim.ode;

import java.util.Arrays;

/** Reads the wanted samples off the steps that pass by. */
final class SampleRecorder implements StepObserver {

    private final double[] hours;
    private final double[][] states;
    private final int dimension;
    private final StepObserver[] observers;
    private int next;
    private double segmentEnd;
    private double segmentLimit;

    SampleRecorder(OdeProblem problem, SampleTimes samples, StepObserver... observers) {
        hours = samples.hours();
        if (hours.length > 0 && (hours[0] < problem.start() || hours[hours.length - 1] > problem.end())) {
            throw new IllegalArgumentException("sample times lie between the start " + problem.start()
                    + " and the end " + problem.end() + ", not from " + hours[0] + " to "
                    + hours[hours.length - 1]);
        }
        states = new double[hours.length][];
        dimension = problem.dimension();
        this.observers = observers;
    }

    /** Takes the samples up to a limit from a state. */
    void still(double[] y, double limit) {
        while (next < hours.length && hours[next] <= limit) {
            states[next++] = y.clone();
        }
    }

    void segment(double end, double limit) {
        segmentEnd = end;
        segmentLimit = limit;
    }

    @Override
    public void step(DenseStep step) {
        double limit = step.end() == segmentEnd ? segmentLimit : step.end();
        while (next < hours.length && hours[next] <= limit) {
            double[] y = new double[dimension];
            step.state(Math.min(hours[next], step.end()), y);
            states[next++] = y;
        }
        for (StepObserver observer : observers) {
            observer.step(step);
        }
    }

    Solution solution(Status status, double[] finalState, Statistics statistics) {
        return new Solution(status, Arrays.copyOf(hours, next), Arrays.copyOf(states, next), finalState, statistics);
    }
}
