package org.thiosim.chart;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as axes show them: no exponent, no trailing zeros, groups of three from 10 000 on. */
final class PlainNumber {
    private PlainNumber() {}

    /** The number to nine significant digits. */
    static String of(double value) {
        BigDecimal exact = new BigDecimal(value).round(new MathContext(9));
        if (exact.signum() == 0) {
            return "0";
        }
        String digits = exact.stripTrailingZeros().toPlainString();
        if (exact.abs().compareTo(BigDecimal.valueOf(10_000)) < 0) {
            return digits.replace('-', '\u2212');
        }
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String grouped = whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u00A0");
        return (grouped + (point < 0 ? "" : digits.substring(point))).replace('-', '\u2212');
    }
}
