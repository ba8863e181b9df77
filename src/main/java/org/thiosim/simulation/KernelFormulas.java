package org.thiosim.simulation;

import org.thiosim.expression.Kernel;

/** The formulas of one patient, as the kernels of a compiled model compute them. */
final class KernelFormulas implements Formulas {
    private final Kernel.Program derivatives;
    private final Kernel.Program jacobian;
    private final Kernel.Program rates;
    private final Kernel.Program observed;
    private final double[] factors;

    /** @param fixed values of {@link CompiledModel#fixed()} */
    KernelFormulas(CompiledModel compiled, double[] fixed) {
        derivatives = compiled.derivatives().bind(fixed);
        jacobian = compiled.jacobian().bind(fixed);
        rates = compiled.rates().bind(fixed);
        observed = compiled.observed().bind(fixed);
        factors = compiled.observableFactors();
    }

    @Override
    public void derivatives(double[] y, double[] dydt) {
        derivatives.run(y, dydt);
    }

    @Override
    public void jacobian(double[] y, double[] values) {
        jacobian.run(y, values);
    }

    @Override
    public void rates(double[] y, double[] values) {
        rates.run(y, values);
    }

    @Override
    public void observed(double[] y, double[] values) {
        observed.run(y, values);
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[i];
        }
    }
}
