package org.thiosim.cohort;

/** Mean, spread and standard error of weighted numbers, gathered one by one in a fixed order. */
final class WeightedMean {
    private long count;
    private double w;
    private double w2;
    private double wx;
    private double wxx;
    private double w2x;
    private double w2xx;

    void add(double x, double weight) {
        count++;
        w += weight;
        w2 += weight * weight;
        wx += weight * x;
        wxx += weight * x * x;
        w2x += weight * weight * x;
        w2xx += weight * weight * x * x;
    }

    long count() {
        return count;
    }

    double weight() {
        return w;
    }

    /** Kish's effective sample size. */
    double effective() {
        return w2 == 0 ? 0 : w * w / w2;
    }

    double mean() {
        return wx / w;
    }

    /** Mean of the squares. */
    double meanSquare() {
        return wxx / w;
    }

    /** Standard deviation, with Bessel's correction by the effective sample size. */
    double sd() {
        double n = effective();
        double variance = Math.max(0, meanSquare() - mean() * mean());
        return n > 1 ? Math.sqrt(variance * n / (n - 1)) : Double.NaN;
    }

    /** Standard error of the mean: √Σw²(x − mean)² / Σw, with Bessel's correction by the effective sample size. */
    double standardError() {
        double n = effective();
        double m = mean();
        double square = Math.max(0, w2xx - 2 * m * w2x + m * m * w2);
        return n > 1 ? Math.sqrt(square * n / (n - 1)) / w : Double.NaN;
    }
}
