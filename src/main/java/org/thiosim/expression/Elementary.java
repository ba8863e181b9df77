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

    /** The Taylor coefficients of (e^r − 1 − r) / r²: Ek is 1 / k!. */
    private static final double E13 = 1 / 6227020800.0;

    private static final double E12 = 1 / 479001600.0;
    private static final double E11 = 1 / 39916800.0;
    private static final double E10 = 1 / 3628800.0;
    private static final double E9 = 1 / 362880.0;
    private static final double E8 = 1 / 40320.0;
    private static final double E7 = 1 / 5040.0;
    private static final double E6 = 1 / 720.0;
    private static final double E5 = 1 / 120.0;
    private static final double E4 = 1 / 24.0;
    private static final double E3 = 1 / 6.0;
    private static final double E2 = 1 / 2.0;

    /** Those of (artanh f − f) / f³ in f²: Lk is 1 / k. */
    private static final double L21 = 1.0 / 21;

    private static final double L19 = 1.0 / 19;
    private static final double L17 = 1.0 / 17;
    private static final double L15 = 1.0 / 15;
    private static final double L13 = 1.0 / 13;
    private static final double L11 = 1.0 / 11;
    private static final double L9 = 1.0 / 9;
    private static final double L7 = 1.0 / 7;
    private static final double L5 = 1.0 / 5;
    private static final double L3 = 1.0 / 3;

    private Elementary() {}

    /** The coefficients of the polynomial in {@link #exp}, highest first. */
    static double[] expSeries() {
        return new double[] {E13, E12, E11, E10, E9, E8, E7, E6, E5, E4, E3, E2};
    }

    /** The coefficients of the polynomial in {@link #ln}, highest first. */
    static double[] lnSeries() {
        return new double[] {L21, L19, L17, L15, L13, L11, L9, L7, L5, L3};
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
        double p = E13;
        p = p * r + E12;
        p = p * r + E11;
        p = p * r + E10;
        p = p * r + E9;
        p = p * r + E8;
        p = p * r + E7;
        p = p * r + E6;
        p = p * r + E5;
        p = p * r + E4;
        p = p * r + E3;
        p = p * r + E2;
        double value = 1 + (r + r * r * p);
        return scale(value, rounded);
    }

    /** The natural logarithm; −∞ at 0, not a number below. Subnormal numbers count as the smallest normal one. */
    public static double ln(double x) {
        double k = exponent(x);
        double m = mantissa(x);
        double f = (m - 1) / (m + 1);
        double s = f * f;
        double p = L21;
        p = p * s + L19;
        p = p * s + L17;
        p = p * s + L15;
        p = p * s + L13;
        p = p * s + L11;
        p = p * s + L9;
        p = p * s + L7;
        p = p * s + L5;
        p = p * s + L3;
        return k * LN2_HIGH + (2 * f + (2 * f * s * p + k * LN2_LOW));
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
