package org.thiosim.chart;

/**
 * What a sweep changes.
 *
 * @param name in words, for example {@code weight}
 * @param unit that all values share; empty where they share none
 */
public record SweptSetting(String name, String unit) {
    /** The name with the unit in brackets. */
    public String axis() {
        return unit.isEmpty() ? name : name + Typeset.inBrackets(unit);
    }
}
