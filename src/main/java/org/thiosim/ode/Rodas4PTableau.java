package org.thiosim.ode;

/**
 * The coefficients of Rodas4P (Steinebach 1995), an L-stable Rosenbrock method of order 4 in six stages.
 *
 * <p>With E = I/(hγ) − J the stages solve E kᵢ = f(t + cᵢh, y + Σ aᵢⱼkⱼ) + Σ Cᵢⱼkⱼ/h + h dᵢ ∂f/∂t; the new state is
 * y + Σ a₆ⱼkⱼ + k₆, where k₆ estimates its error. Between, at y₀ + θ(y₁ − y₀ + (1 − θ)(Σ pⱼkⱼ + θ Σ qⱼkⱼ)), the
 * solution is of order 3.
 */
public final class Rodas4PTableau {

    public static final double GAMMA = 0.25;
    public static final int STAGES = 6;
    /** The order of the error estimate. */
    public static final int ERROR_ORDER = 3;

    private static final double[][] A = {
        {},
        {3.0},
        {1.831036793486759, 0.4955183967433795},
        {2.304376582692669, -0.05249275245743001, -1.176798761832782},
        {-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401},
        {-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401, 1.0}
    };
    private static final double[][] C = {
        {},
        {-12.0},
        {-8.791795173947035, -2.207865586973518},
        {10.81793056857153, 6.780270611428266, 19.5348594464241},
        {34.19095006749676, 15.49671153725963, 54.7476087596413, 14.16005392148534},
        {34.62605830930532, 15.30084976114473, 56.99955578662667, 18.40807009793095, -5.714285714285717}
    };
    private static final double[] NODES = {0.0, 0.75, 0.21, 0.63, 1.0, 1.0};
    private static final double[] D = {0.25, -0.5, -0.023504, -0.0362, 0.0, 0.0};
    private static final double[] H1 = {
        25.09876703708589, 11.62013104361867, 28.49148307714626, -5.664021568594133, 0.0, 0.0
    };
    private static final double[] H2 = {
        1.638054557396973, -0.7373619806678748, 8.47791821923899, 15.9925314877952, -1.882352941176471, 0.0
    };

    private Rodas4PTableau() {}

    /** aᵢⱼ, one row for each stage. */
    public static double[][] a() {
        return copy(A);
    }

    /** Cᵢⱼ, one row for each stage. */
    public static double[][] c() {
        return copy(C);
    }

    /** cᵢ. */
    public static double[] nodes() {
        return NODES.clone();
    }

    /** dᵢ. */
    public static double[] d() {
        return D.clone();
    }

    /** pⱼ of the continuous solution. */
    public static double[] denseThird() {
        return H1.clone();
    }

    /** qⱼ of the continuous solution. */
    public static double[] denseFourth() {
        return H2.clone();
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = rows.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i].clone();
        }
        return copy;
    }
}
