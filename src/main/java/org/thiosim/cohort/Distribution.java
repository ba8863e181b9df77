package org.thiosim.cohort;

import org.thiosim.random.RandomStream;

/**
 * A distribution of one number between bounds; draws outside the bounds are repeated.
 *
 * @param shape normal, or normal in the logarithm
 * @param centre mean, or median where the shape is log-normal
 * @param spread standard deviation, of the logarithm where the shape is log-normal; 0 for a fixed number
 * @param low smallest value
 * @param high largest value
 */
public record Distribution(Shape shape, double centre, double spread, double low, double high) {
    private static final int MOST_DRAWS = 64;

    /** The scale on which a number is normal. */
    public enum Shape {
        NORMAL,
        LOG_NORMAL
    }

    public Distribution {
        if (!(spread >= 0) || !(low <= centre && centre <= high) || (shape == Shape.LOG_NORMAL && !(centre > 0))) {
            throw new IllegalArgumentException(
                    "a distribution has a spread of at least 0 and its centre within its bounds," + " found centre "
                            + centre + ", spread " + spread + ", bounds " + low + " to " + high);
        }
    }

    /** The same number for everyone. */
    public static Distribution fixed(double value) {
        return new Distribution(Shape.NORMAL, value, 0, value, value);
    }

    /** The log-normal distribution of a mean and a standard deviation. */
    public static Distribution logNormal(double mean, double sd, double low, double high) {
        double variance = StrictMath.log(1 + sd * sd / (mean * mean));
        double median = mean / StrictMath.exp(variance / 2);
        return new Distribution(Shape.LOG_NORMAL, median, Math.sqrt(variance), low, high);
    }

    /** A number of a stream. */
    public double draw(RandomStream stream) {
        return value(score(stream, 0, 0));
    }

    /**
     * A standard normal score whose value lies within the bounds, correlated with another score.
     *
     * @param other the other score
     * @param correlation with it, from −1 to 1
     */
    double score(RandomStream stream, double other, double correlation) {
        double own = Math.sqrt(1 - correlation * correlation);
        double score = 0;
        for (int k = 0; k < MOST_DRAWS; k++) {
            score = correlation * other + own * stream.normal(k);
            double value = raw(score);
            if (value >= low && value <= high) {
                return score;
            }
        }
        return score;
    }

    /** The value of a score. */
    double value(double score) {
        return Math.min(high, Math.max(low, raw(score)));
    }

    private double raw(double score) {
        return shape == Shape.NORMAL ? centre + spread * score : centre * StrictMath.exp(spread * score);
    }
}
