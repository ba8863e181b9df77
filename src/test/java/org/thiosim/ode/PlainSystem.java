package org.thiosim.ode;

/** A system with differenced derivatives. */
record PlainSystem(int dimension, Slope slope, Slope timeSlope) implements OdeSystem {

    @FunctionalInterface
    interface Slope {
        void write(double t, double[] y, double[] dydt);
    }

    /** An autonomous system. */
    static PlainSystem of(int dimension, Slope slope) {
        return new PlainSystem(dimension, slope, (t, y, dfdt) -> java.util.Arrays.fill(dfdt, 0));
    }

    @Override
    public void derivatives(double t, double[] y, double[] dydt) {
        slope.write(t, y, dydt);
    }

    @Override
    public void timeDerivative(double t, double[] y, double[] dfdt) {
        timeSlope.write(t, y, dfdt);
    }
}
