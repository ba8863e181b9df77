package org.thiosim.simulation;

import org.thiosim.ode.JacobianPattern;
import org.thiosim.ode.OdeSystem;

/**
 * The equations of one patient, with the rates of every reaction and the values of every observable, whatever computes
 * their formulas.
 */
public class PatientEquations implements OdeSystem, Readings {
    private final JacobianPattern pattern;
    private final int observables;
    private final int reactions;
    private final Formulas formulas;
    private final ValidityMask validity;
    private final double[] settled;

    /**
     * The equations of a patient.
     *
     * @param pattern where the Jacobian may be other than zero
     * @param observables the number of observables
     * @param reactions the number of reactions
     */
    public PatientEquations(
            JacobianPattern pattern, int observables, int reactions, Formulas formulas, ValidityMask validity) {
        this.pattern = pattern;
        this.observables = observables;
        this.reactions = reactions;
        this.formulas = formulas;
        this.validity = validity;
        settled = new double[pattern.dimension()];
    }

    @Override
    public final int dimension() {
        return pattern.dimension();
    }

    @Override
    public final int observables() {
        return observables;
    }

    @Override
    public final int reactions() {
        return reactions;
    }

    @Override
    public final void derivatives(double t, double[] y, double[] dydt) {
        formulas.derivatives(y, dydt);
    }

    @Override
    public final JacobianPattern pattern() {
        return pattern;
    }

    @Override
    public final void jacobian(double t, double[] y, double[] values) {
        formulas.jacobian(y, values);
    }

    @Override
    public final void rates(double[] y, double[] values) {
        formulas.rates(y, values);
    }

    @Override
    public final void observe(double[] y, double[] noise, double[] values) {
        settle(y, noise, settled);
        formulas.observed(settled, values);
        validity.mask(values);
    }

    /** Writes a state in which an amount below zero by no more than its noise is zero. */
    static void settle(double[] y, double[] noise, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = y[i] < 0 && y[i] >= -noise[i] ? 0 : y[i];
        }
    }
}
