package org.thiosim.ode;

/**
 * The coefficients of the explicit Runge-Kutta method 5(4) of Tsitouras (Comput Math Appl 2011;62:770-775), in seven
 * stages of which the last is the slope at the new state.
 *
 * <p>The new state is y + h Σ bⱼkⱼ with the last row of a as b; h Σ eⱼkⱼ estimates its error. Between, at
 * y + h Σ bⱼ(θ)kⱼ, the solution is of order 4.
 */
public final class Tsitouras5Tableau {

    public static final int STAGES = 7;
    /** The order of the error estimate. */
    public static final int ERROR_ORDER = 4;

    private static final double[] NODES = {0, 0.161, 0.327, 0.9, 0.9800255409045097, 1, 1};
    private static final double[][] A = {
        {},
        {0.161},
        {-0.008480655492356989, 0.335480655492357},
        {2.8971530571054935, -6.359448489975075, 4.3622954328695815},
        {5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525},
        {5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383},
        {0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774}
    };
    private static final double[] ERROR = {
        -0.00178001105222577714,
        -0.0008164344596567469,
        0.007880878010261995,
        -0.1447110071732629,
        0.5823571654525552,
        -0.45808210592918697,
        0.015151515151515152
    };
    /** Coefficients of θ², θ³ and θ⁴ of each weight; the first also has θ. */
    private static final double[][] DENSE = {
        {-2.763706197274826, 2.9132554618219126, -1.0530884977290216},
        {0.13169999999999998, -0.2234, 0.1017},
        {3.9302962368947516, -5.941033872131505, 2.490627285651252793},
        {-12.411077166933676, 30.33818863028232, -16.548102889244902},
        {37.50931341651104, -88.1789048947664, 47.37952196281928},
        {-27.896526289197286, 65.09189467479366, -34.87065786149660974},
        {1.5, -4, 2.5}
    };

    private Tsitouras5Tableau() {}

    /** cᵢ. */
    public static double[] nodes() {
        return NODES.clone();
    }

    /** aᵢⱼ, one row for each stage. */
    public static double[][] a() {
        double[][] copy = A.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i].clone();
        }
        return copy;
    }

    /** eⱼ. */
    public static double[] error() {
        return ERROR.clone();
    }

    /** bⱼ(θ). */
    public static void weights(double theta, double[] weights) {
        for (int j = 0; j < STAGES; j++) {
            double[] p = DENSE[j];
            weights[j] = (j == 0 ? theta : 0) + theta * theta * (p[0] + theta * (p[1] + theta * p[2]));
        }
    }
}
