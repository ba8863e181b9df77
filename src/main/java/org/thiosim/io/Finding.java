package org.thiosim.io;

/**
 * One mistake in an input file.
 *
 * @param line line of the mistake, from 1; 0 for the file as a whole
 * @param column column of the mistake, from 1
 * @param excerpt the line as it stands in the file
 */
public record Finding(String file, int line, int column, String message, String excerpt) {

    /** The mistake as {@code file:line:column: message}, then the line and a caret under the place. */
    @Override
    public String toString() {
        if (line == 0) {
            return file + ": " + message;
        }
        String number = String.valueOf(line);
        String margin = " ".repeat(number.length());
        return file + ":" + line + ":" + column + ": " + message + "\n  " + number + " | " + excerpt + "\n  " + margin
                + " | " + " ".repeat(Math.max(0, column - 1)) + "^";
    }
}
