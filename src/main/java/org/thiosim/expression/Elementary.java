package org.thiosim.expression;

/**
 * The elementary functions as every evaluation of a formula computes them, bit for bit, on every processor.
 *
 * <p>exp and ln are made of additions, multiplications and three operations on bit patterns, so that loops over many
 * patients can compute them side by side, see {@link FunctionExpansion}. Their error is below 2 units in the last place;
 * that of a power grows with |y · ln x|, to about 10 units at 1e3.
 */
public final class Elementary {
    private static final int LARGEST_MULTIPLIED_EXPONENT = 8;

    static final double LOG2_E = 1.4426950408889634;
    static final double LN2_HIGH = 6.93147180369123816490e-01;
    static final double LN2_LOW = 1.90821492927058770002e-10;
    static final double SMALLEST_EXPONENT = -708;
    /** Below it a power counts as 0. */
    static final double SMALLEST_EXPONENT_OF_POWER = -746;
    /** From 709.79 on e^x is beyond the largest number. */
    static final double LARGEST_EXPONENT = 710;
    /** Adding and subtracting it rounds to the nearest whole number. */
    static final double ROUNDER = 0x1.8p52;

    private static final int MANTISSA_BITS = 52;
    private static final int EXPONENT_BIAS = 1023;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    /** The bit pattern of √½: mantissas from there on count as below one. */
    private static final long ROOT_HALF = 0x3fe6a09e667f3bcdL;
    /** What takes the bit pattern of ROUNDER + k to the exponent bits of 2^(k − 1). */
    private static final long ROUNDER_TO_EXPONENT = EXPONENT_BIAS - 1 - Double.doubleToRawLongBits(ROUNDER);

    /** The Taylor coefficients of (e^r − 1 − r) / r², highest first. */
    private static final double[] EXP_SERIES = {
        1.0 / 6227020800.0,
        1.0 / 479001600.0,
        1.0 / 39916800.0,
        1.0 / 3628800.0,
        1.0 / 362880.0,
        1.0 / 40320.0,
        1.0 / 5040.0,
        1.0 / 720.0,
        1.0 / 120.0,
        1.0 / 24.0,
        1.0 / 6.0,
        0.5
    };

    /** Those of (artanh f − f) / f³ in f², highest first. */
    private static final double[] LN_SERIES = {
        1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5, 1.0 / 3
    };

    private Elementary() {}

    static double[] expSeries() {
        return EXP_SERIES.clone();
    }

    static double[] lnSeries() {
        return LN_SERIES.clone();
    }

    /** e^x; below −708 the value there (3e-308), above 709.79 infinity. */
    public static double exp(double x) {
        return exp(x, SMALLEST_EXPONENT);
    }

    private static double exp(double x, double smallest) {
        double held = Math.max(smallest, Math.min(x, LARGEST_EXPONENT));
        double rounded = held * LOG2_E + ROUNDER;
        double k = rounded - ROUNDER;
        double r = (held - k * LN2_HIGH) - k * LN2_LOW;
        double value = 1 + (r + r * r * polynomial(EXP_SERIES, r));
        return scale(value, rounded);
    }

    /** The natural logarithm; −∞ at 0, not a number below. Subnormal numbers count as the smallest normal one. */
    public static double ln(double x) {
        double k = exponent(x);
        double m = mantissa(x);
        double f = (m - 1) / (m + 1);
        double s = f * f;
        return k * LN2_HIGH + (2 * f + (2 * f * s * polynomial(LN_SERIES, s) + k * LN2_LOW));
    }

    private static double polynomial(double[] series, double x) {
        double p = series[0];
        for (int i = 1; i < series.length; i++) {
            p = p * x + series[i];
        }
        return p;
    }

    /** a · 2^k for a near 1, with k given as {@code ROUNDER} + k; 0 where the result would be subnormal. */
    public static double scale(double a, double rounded) {
        long exponent = Double.doubleToRawLongBits(rounded) + ROUNDER_TO_EXPONENT;
        return exponent > 0 ? a * Double.longBitsToDouble(exponent << MANTISSA_BITS) * 2 : a * 0;
    }

    /** The whole k with x / 2^k from √½ to √2; −∞ at 0, ∞ at ∞, not a number below 0. */
    public static double exponent(double x) {
        if (x > 0) {
            return x <= Double.MAX_VALUE ? (shiftedBits(x) >> MANTISSA_BITS) - EXPONENT_BIAS : x;
        }
        return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
    }

    /** x / 2^k, from √½ to √2; of what has no logarithm, a number in that range. */
    public static double mantissa(double x) {
        return Double.longBitsToDouble((shiftedBits(x) & MANTISSA) + ROOT_HALF);
    }

    private static long shiftedBits(double x) {
        return Double.doubleToRawLongBits(Math.max(x, Double.MIN_NORMAL)) + (0x3ff0000000000000L - ROOT_HALF);
    }

    /** Whole exponents up to 8 in magnitude by repeated multiplication, all others by exp(y · ln x); 0 to a positive power is 0. */
    public static double power(double base, double exponent) {
        return isMultiplied(exponent)
                ? integerPower(base, (int) exponent)
                : exp(exponent * ln(base), SMALLEST_EXPONENT_OF_POWER);
    }

    /** The power where it is computed by multiplication, else not a number. */
    public static double wholePower(double base, double exponent) {
        return isMultiplied(exponent) ? integerPower(base, (int) exponent) : Double.NaN;
    }

    /** a, or b where a is not a number. */
    public static double orElse(double a, double b) {
        return Double.isNaN(a) ? b : a;
    }

    static boolean isMultiplied(double exponent) {
        int whole = (int) exponent;
        return whole == exponent && Math.abs(whole) <= LARGEST_MULTIPLIED_EXPONENT;
    }

    private static double integerPower(double base, int exponent) {
        double power = 1;
        for (int i = Math.abs(exponent); i > 0; i--) {
            power *= base;
        }
        return exponent < 0 ? 1 / power : power;
    }

    /** 1 / (1 + e^−x). */
    public static double logistic(double x) {
        return 1 / (1 + exp(-x));
    }

    static double clip(double x, double low, double high) {
        return Math.max(low, Math.min(x, high));
    }

    /** 1 where x is at least 0, otherwise 0. */
    public static double step(double x) {
        return x >= 0 ? 1 : 0;
    }
}
