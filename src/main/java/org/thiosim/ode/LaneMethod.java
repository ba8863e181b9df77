package org.thiosim.ode;

/** A one-step method whose step is computed elsewhere: how its error shrinks, and how to read states inside a step. */
public enum LaneMethod {
    RODAS4P(SolverMethod.RODAS4P, Rodas4PTableau.ERROR_ORDER, Rodas4PTableau.STAGES - 1) {
        @Override
        void weights(double theta, double[] weights) {
            double[] third = Rodas4PTableau.denseThird();
            double[] fourth = Rodas4PTableau.denseFourth();
            weights[0] = theta;
            for (int j = 0; j < stages(); j++) {
                weights[j + 1] = theta * (1 - theta) * (third[j] + theta * fourth[j]);
            }
        }
    },
    TSITOURAS_5(SolverMethod.TSITOURAS_5, Tsitouras5Tableau.ERROR_ORDER, Tsitouras5Tableau.STAGES) {
        @Override
        void weights(double theta, double[] weights) {
            double[] slopes = new double[stages()];
            Tsitouras5Tableau.weights(theta, slopes);
            weights[0] = 0;
            System.arraycopy(slopes, 0, weights, 1, slopes.length);
        }
    };

    private final SolverMethod method;
    private final int errorOrder;
    private final int stages;

    LaneMethod(SolverMethod method, int errorOrder, int stages) {
        this.method = method;
        this.errorOrder = errorOrder;
        this.stages = stages;
    }

    /** The method as users name it. */
    public SolverMethod method() {
        return method;
    }

    int errorOrder() {
        return errorOrder;
    }

    /** The number of stage vectors that the continuous solution is made of. */
    public int stages() {
        return stages;
    }

    /**
     * Weights of the continuous solution y₀ + w₀(y₁ − y₀) + Σ wⱼkⱼ.
     *
     * @param theta the part of the step, from 0 to 1
     */
    abstract void weights(double theta, double[] weights);
}
