package org.thiosim.qualification;

import static org.thiosim.units.Clock.WEEK;

import org.thiosim.units.Numbers;

/** Times of observations in words. */
public final class Hours {
    private static final int DIGITS = 4;

    private Hours() {}

    /** Weeks from one week on, else hours; a dash for a time that is not given. */
    public static String inWords(double hours) {
        if (Double.isNaN(hours)) {
            return "–";
        }
        return hours >= WEEK ? Numbers.format(hours / WEEK, DIGITS) + " wk" : Numbers.format(hours, DIGITS) + " h";
    }
}
