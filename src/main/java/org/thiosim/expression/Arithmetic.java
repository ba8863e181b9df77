package org.thiosim.expression;

/** The elementary functions as every evaluation of a formula computes them, bit for bit. */
final class Arithmetic {

    private static final int LARGEST_MULTIPLIED_EXPONENT = 8;

    private Arithmetic() {}

    /** Integer exponents up to 8 in magnitude by repeated multiplication, all others by {@link StrictMath#pow}. */
    static double power(double base, double exponent) {
        int whole = (int) exponent;
        return whole == exponent && Math.abs(whole) <= LARGEST_MULTIPLIED_EXPONENT
                ? integerPower(base, whole)
                : StrictMath.pow(base, exponent);
    }

    private static double integerPower(double base, int exponent) {
        double power = 1;
        for (int i = Math.abs(exponent); i > 0; i--) {
            power *= base;
        }
        return exponent < 0 ? 1 / power : power;
    }

    static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    static double clip(double x, double low, double high) {
        return Math.max(low, Math.min(x, high));
    }

    static double step(double x) {
        return x >= 0 ? 1 : 0;
    }
}
