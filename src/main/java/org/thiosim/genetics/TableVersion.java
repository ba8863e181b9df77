package org.thiosim.genetics;

import java.util.regex.Pattern;

/**
 * Which edition of a table this is.
 *
 * @param date of the content, as year-month or year-month-day
 * @param source where the content was read
 */
public record TableVersion(String title, String version, String date, String source) {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}(-[0-9]{2})?");

    public TableVersion {
        if (!DATE.matcher(date).matches()) {
            throw new IllegalArgumentException("the date '" + date + "' must read 2024-03 or 2024-03-15");
        }
    }

    /** Title, version and date in one line. */
    @Override
    public String toString() {
        return title + ", version " + version + " (" + date + ")";
    }
}
