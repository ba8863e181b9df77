package org.thiosim.expression;

/**
 * The elementary functions as every evaluation of a formula computes them, bit for bit, on every processor.
 *
 * <p>exp and ln are made of additions, multiplications and bit patterns alone, without a branch on their argument, so that
 * a loop over many patients can compute them side by side. Their error is below 2 units in the last place; that of a power
 * grows with |y · ln x|, to about 10 units at 1e3.
 */
public final class Elementary {
    private static final int LARGEST_MULTIPLIED_EXPONENT = 8;

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double SMALLEST_EXPONENT = -708;
    private static final double LARGEST_EXPONENT = 709.7;
    /** Adding and subtracting it rounds to the nearest whole number. */
    private static final double ROUNDER = 0x1.8p52;

    private static final int MANTISSA_BITS = 52;
    private static final int EXPONENT_BIAS = 1023;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    /** The bit pattern of √½: mantissas from there on count as below one. */
    private static final long ROOT_HALF = 0x3fe6a09e667f3bcdL;

    private Elementary() {}

    /** e^x; below −708 the value there (3e-308), above 709.7 infinity. */
    public static double exp(double x) {
        double held = Math.max(SMALLEST_EXPONENT, Math.min(x, LARGEST_EXPONENT));
        double k = (held * LOG2_E + ROUNDER) - ROUNDER;
        double r = (held - k * LN2_HIGH) - k * LN2_LOW;
        double p = 1.0 / 6227020800.0;
        p = p * r + 1.0 / 479001600.0;
        p = p * r + 1.0 / 39916800.0;
        p = p * r + 1.0 / 3628800.0;
        p = p * r + 1.0 / 362880.0;
        p = p * r + 1.0 / 40320.0;
        p = p * r + 1.0 / 5040.0;
        p = p * r + 1.0 / 720.0;
        p = p * r + 1.0 / 120.0;
        p = p * r + 1.0 / 24.0;
        p = p * r + 1.0 / 6.0;
        p = p * r + 0.5;
        double value = 1 + (r + r * r * p);
        double scaled = value * Double.longBitsToDouble(((long) k + EXPONENT_BIAS - 1) << MANTISSA_BITS) * 2;
        return x > LARGEST_EXPONENT ? Double.POSITIVE_INFINITY : scaled;
    }

    /** The natural logarithm; −∞ at 0, not a number below. Subnormal numbers count as the smallest normal one. */
    public static double ln(double x) {
        double held = Math.max(x, Double.MIN_NORMAL);
        long bits = Double.doubleToRawLongBits(held) + (0x3ff0000000000000L - ROOT_HALF);
        double k = (bits >> MANTISSA_BITS) - EXPONENT_BIAS;
        double m = Double.longBitsToDouble((bits & MANTISSA) + ROOT_HALF);
        double f = (m - 1) / (m + 1);
        double s = f * f;
        double p = 1.0 / 21;
        p = p * s + 1.0 / 19;
        p = p * s + 1.0 / 17;
        p = p * s + 1.0 / 15;
        p = p * s + 1.0 / 13;
        p = p * s + 1.0 / 11;
        p = p * s + 1.0 / 9;
        p = p * s + 1.0 / 7;
        p = p * s + 1.0 / 5;
        p = p * s + 1.0 / 3;
        double value = k * LN2_HIGH + (2 * f + (2 * f * s * p + k * LN2_LOW));
        if (x > 0) {
            return x == Double.POSITIVE_INFINITY ? x : value;
        }
        return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
    }

    /** Whole exponents up to 8 in magnitude by repeated multiplication, all others by exp(y · ln x); 0 to a positive power is 0. */
    public static double power(double base, double exponent) {
        int whole = (int) exponent;
        if (whole == exponent && Math.abs(whole) <= LARGEST_MULTIPLIED_EXPONENT) {
            return integerPower(base, whole);
        }
        if (base == 0) {
            return exponent > 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return exp(exponent * ln(base));
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
