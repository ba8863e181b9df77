package org.thiosim.qualification;

import java.util.List;
import java.util.Locale;

/**
 * Summary of fold errors.
 *
 * @param n how many
 * @param gmfe exp(mean |ln fold|), 1 when every prediction is exact; not a number without rows
 * @param bias exp(mean ln fold), above 1 when the model is too high
 * @param within125 share with a fold error of at most 1.25 either way
 * @param within15 share within 1.5-fold
 * @param within2 share within 2-fold
 */
public record FoldErrorSummary(int n, double gmfe, double bias, double within125, double within15, double within2) {

    public static FoldErrorSummary of(List<Double> foldErrors) {
        int n = foldErrors.size();
        double absolute = 0;
        double signed = 0;
        for (double fold : foldErrors) {
            if (!(fold > 0)) {
                throw new IllegalArgumentException("a fold error is a positive number, found " + fold);
            }
            double log = StrictMath.log(fold);
            absolute += Math.abs(log);
            signed += log;
        }
        return new FoldErrorSummary(
                n,
                StrictMath.exp(absolute / n),
                StrictMath.exp(signed / n),
                share(foldErrors, 1.25),
                share(foldErrors, 1.5),
                share(foldErrors, 2));
    }

    private static double share(List<Double> foldErrors, double limit) {
        long within =
                foldErrors.stream().filter(f -> f <= limit && f >= 1 / limit).count();
        return within / (double) foldErrors.size();
    }

    /** For example {@code n = 57, GMFE 1.28, bias 0.98, within 1.25/1.5/2-fold 65/82/89 %}. */
    @Override
    public String toString() {
        if (n == 0) {
            return "n = 0";
        }
        return String.format(
                Locale.ROOT, "n = %d, GMFE %.2f, bias %.2f, within 1.25/1.5/2-fold %s %%", n, gmfe, bias, shares());
    }

    /** The three shares in per cent, for example {@code 65/82/89}. */
    public String shares() {
        return String.format(Locale.ROOT, "%.0f/%.0f/%.0f", 100 * within125, 100 * within15, 100 * within2);
    }
}
