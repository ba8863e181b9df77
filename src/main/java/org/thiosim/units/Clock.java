package org.thiosim.units;

/** Lengths of time in h, and how a time reads. */
public final class Clock {
    public static final double DAY = 24;
    public static final double WEEK = 7 * DAY;

    /** The Julian year of 365.25 d. */
    public static final double YEAR = 365.25 * DAY;

    private static final int DIGITS = 4;

    private Clock() {}

    /** A time in the largest unit in which it is whole: {@code 12 wk}, {@code 3 d} or {@code 5.5 h}. */
    public static String words(double hours) {
        if (hours != 0 && hours % WEEK == 0) {
            return Numbers.format(hours / WEEK, DIGITS) + " wk";
        }
        return hours != 0 && hours % DAY == 0
                ? Numbers.format(hours / DAY, DIGITS) + " d"
                : Numbers.format(hours, DIGITS) + " h";
    }
}
