package org.thiosim.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.thiosim.ode.DenseStep;
import org.thiosim.ode.StepObserver;

/**
 * From when on each ratio of a model has a value: from the first instant at which its denominator is a hundredth of the
 * largest that it has in the run. Before that it divides what is hardly there by what is hardly there: in the minutes
 * after a first dose it says how absorption and the solver begin, and its largest value there is no level of a patient.
 * How it ends does not matter: while both fade, their ratio is still one of amounts that were there.
 */
public final class RatioStarts implements StepObserver {
    private static final double ENOUGH = 0.01;

    private final List<Watched> watched;
    private final List<Highs> highs;
    private final double[] state;

    /**
     * Watches some ratios.
     *
     * @param dimension the number of states
     */
    public RatioStarts(List<Watched> watched, int dimension) {
        this.watched = List.copyOf(watched);
        this.highs = watched.stream().map(r -> new Highs()).toList();
        this.state = new double[dimension];
    }

    /** Watches the ratios of a model. */
    static RatioStarts of(BoundModel model) {
        List<String> states = model.compiled().states();
        List<Watched> watched = Ratio.of(model.compiled()).stream()
                .map(r -> new Watched(
                        r.observable(),
                        y -> r.denominator()
                                .evaluate(symbol -> states.contains(symbol)
                                        ? y[model.compiled().indexOf(symbol)]
                                        : model.individual().value(symbol))))
                .toList();
        return new RatioStarts(watched, model.dimension());
    }

    /**
     * A ratio.
     *
     * @param observable its place among the observables
     * @param denominator from the state
     */
    public record Watched(int observable, ToDoubleFunction<double[]> denominator) {}

    /** Room for every ratio in one window. */
    List<HeldExposure> held() {
        return watched.stream().map(r -> new HeldExposure(r.observable())).toList();
    }

    @Override
    public void step(DenseStep step) {
        step.state(step.end(), state);
        for (int r = 0; r < watched.size(); r++) {
            highs.get(r).add(step.end(), watched.get(r).denominator().applyAsDouble(state));
        }
    }

    /** The hour from which an observable has a value: minus infinity for what is no ratio, infinity where it never has. */
    public double hour(int observable) {
        for (int r = 0; r < watched.size(); r++) {
            if (watched.get(r).observable() == observable) {
                return highs.get(r).hour();
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    /** The hours of all observables, of which there are so many. */
    double[] hours(int observables) {
        double[] hours = new double[observables];
        Arrays.setAll(hours, this::hour);
        return hours;
    }

    /** The times at which a value was larger than ever before. */
    private static final class Highs {
        private double[] times = new double[64];
        private double[] values = new double[64];
        private int count;

        void add(double time, double value) {
            if (value > (count == 0 ? 0 : values[count - 1])) {
                if (count == times.length) {
                    times = Arrays.copyOf(times, 2 * count);
                    values = Arrays.copyOf(values, 2 * count);
                }
                times[count] = time;
                values[count++] = value;
            }
        }

        double hour() {
            if (count == 0) {
                return Double.POSITIVE_INFINITY;
            }
            double enough = ENOUGH * values[count - 1];
            int k = 0;
            while (values[k] < enough) {
                k++;
            }
            if (k == 0) {
                return times[0];
            }
            double share = (enough - values[k - 1]) / (values[k] - values[k - 1]);
            return times[k - 1] + share * (times[k] - times[k - 1]);
        }
    }
}
