package org.thiosim.ode;

/** Carries one solve over its smooth stretches, one after the other. */
interface SegmentIntegrator {

    /**
     * Integrates from one time to a later one.
     *
     * @param y the state at {@code from}; receives the state at the time of the returned status
     * @param observer is shown every accepted step
     */
    Status advance(double from, double to, double[] y, StepObserver observer);

    /** The work so far. */
    Statistics statistics();

    /** Solves a problem segment by segment. */
    static Solution solve(
            OdeProblem problem, SampleTimes samples, SegmentIntegrator integrator, StepObserver... observers) {
        SampleRecorder recorder = new SampleRecorder(problem, samples, observers);
        Segments segments = Segments.of(problem);
        double[] y = problem.initial();
        Status status = Status.success(problem.start());
        recorder.still(y, segments.lastSampleAtStart(0));
        if (problem.start() < problem.end()) {
            for (int s = 0; s < segments.count() && status.isSuccess(); s++) {
                segments.applyJumps(s, y);
                recorder.segment(segments.end(s), segments.lastSampleAtEnd(s));
                status = integrator.advance(segments.start(s), segments.end(s), y, recorder);
            }
        }
        return recorder.solution(status, y, integrator.statistics());
    }

    /** Refuses tolerances that are not for the problem. */
    static void check(OdeProblem problem, Tolerances tolerances) {
        if (tolerances.dimension() != problem.dimension()) {
            throw new IllegalArgumentException("a problem of " + problem.dimension()
                    + " states needs as many absolute tolerances, not " + tolerances.dimension());
        }
    }
}
