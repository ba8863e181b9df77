package org.thiosim.ode;

/**
 * The walk of one solve over its segments: where it stands, which step it tries next, and what each outcome makes of
 * the next size.
 *
 * <p>A step never ends closer to the end of a segment than it must, and the last two share what is left. The first step
 * of a segment has the size that would have suited the first step of the one before: doses repeat, so do their steps.
 */
final class StepWalk {

    private static final double STRETCH = 1.01;
    private static final double SMALLEST_PART = 1e-24;
    private static final double SMALLEST_ULPS = 16;

    private final double span;
    private final StepController controller;
    /** The size a first step after a jump could have had; zero before the first. */
    private double memory;

    private double time;
    private double segmentEnd;
    private double wanted;
    private double size;
    private double target;
    private boolean first;

    StepWalk(double span, StepController controller) {
        this.span = span;
        this.controller = controller;
    }

    /** Enters a segment. */
    void enter(double from, double to) {
        time = from;
        segmentEnd = to;
        wanted = memory;
        first = true;
        controller.restart();
    }

    boolean isAtEnd() {
        return !(time < segmentEnd);
    }

    double time() {
        return time;
    }

    /** Whether nothing is known yet about a size: the first step of all. */
    boolean isBlind() {
        return wanted == 0;
    }

    /** Proposes the first step of all. */
    void propose(double first) {
        wanted = first;
    }

    /** Fixes the step to be tried and returns its size. */
    double next() {
        double rest = segmentEnd - time;
        boolean last = rest <= STRETCH * wanted;
        size = last ? rest : rest < 2 * wanted ? rest / 2 : wanted;
        target = last ? segmentEnd : time + size;
        return size;
    }

    /** Where the step last tried ends. */
    double target() {
        return target;
    }

    /** Takes the step last tried. */
    void accept(double error) {
        time = target;
        double asked = wanted;
        wanted = controller.accepted(size, error);
        if (first) {
            double ideal = size * controller.factor(error);
            memory = size < asked ? Math.max(asked, ideal) : ideal;
            first = false;
        }
    }

    /**
     * Gives the step last tried up for its error.
     *
     * @return whether a shorter one makes sense
     */
    boolean reject(double error) {
        return retry(controller.rejected(size, error));
    }

    /**
     * Gives the step last tried up because it has no error estimate.
     *
     * @return whether a shorter one makes sense
     */
    boolean breakOff() {
        return retry(controller.broken(size));
    }

    private boolean retry(double shorter) {
        wanted = shorter;
        return wanted >= Math.max(SMALLEST_ULPS * Math.ulp(time), SMALLEST_PART * span);
    }
}
