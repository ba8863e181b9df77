package org.thiosim.page.browser;

import org.thiosim.ode.JacobianPattern;
import org.thiosim.ode.OdeSystem;
import org.thiosim.simulation.Readings;

/** The equations and readings of one patient, from a lowered model and its formulas. */
final class LoweredSystem implements OdeSystem, Readings {
    private final LoweredModel model;
    private final Formulas formulas;
    private final double[] settled;

    LoweredSystem(LoweredModel model, Formulas formulas) {
        this.model = model;
        this.formulas = formulas;
        this.settled = new double[model.pattern().dimension()];
    }

    @Override
    public int dimension() {
        return model.pattern().dimension();
    }

    @Override
    public int observables() {
        return model.observables();
    }

    @Override
    public int reactions() {
        return model.reactions();
    }

    @Override
    public void derivatives(double t, double[] y, double[] dydt) {
        formulas.derivatives(y, dydt);
    }

    @Override
    public JacobianPattern pattern() {
        return model.pattern();
    }

    @Override
    public void jacobian(double t, double[] y, double[] values) {
        formulas.jacobian(y, values);
    }

    @Override
    public void rates(double[] y, double[] values) {
        formulas.rates(y, values);
    }

    @Override
    public void observe(double[] y, double[] noise, double[] values) {
        for (int i = 0; i < settled.length; i++) {
            settled[i] = y[i] < 0 && y[i] >= -noise[i] ? 0 : y[i];
        }
        formulas.observed(settled, values);
        for (LoweredModel.Mask mask : model.masks()) {
            mask.apply(values);
        }
    }
}
