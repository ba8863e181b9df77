package org.thiosim.units;

import java.util.Locale;

/** Shares as text in percent, the same in charts, tables and on the console. */
public final class Percent {
    private static final double SMALLEST = 0.0001;
    private static final double ROUNDING = 1e-9;
    private static final double FINE = 0.01;

    private Percent() {}

    /**
     * A share to a tenth of a percent, within 1 % of nothing or everything to a hundredth: {@code 38.1 %}, {@code 0.25 %},
     * {@code < 0.01 %}, {@code > 99.99 %}; a dash where there is none.
     */
    public static String of(double share) {
        double size = Math.abs(Math.abs(share) - 1) < ROUNDING ? 1 : Math.abs(share);
        String sign = share < 0 ? "-" : "";
        if (Double.isNaN(share)) {
            return "–";
        }
        if (size == 0 || size == 1) {
            return sign + (size == 0 ? "0 %" : "100 %");
        }
        if (size < SMALLEST) {
            return share < 0 ? "> -0.01 %" : "< 0.01 %";
        }
        if (share > 1 - SMALLEST && share < 1) {
            return "> 99.99 %";
        }
        boolean fine = size < FINE || (share > 1 - FINE && share < 1);
        return String.format(Locale.ROOT, fine ? "%.2f %%" : "%.1f %%", 100 * share);
    }
}
