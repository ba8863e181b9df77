package org.thiosim.chart;

/**
 * One fold error of a forest plot.
 *
 * @param group heading that it stands under, for example the study
 * @param label arm, observable and time
 * @param fold predicted over observed
 * @param values observed and predicted in words
 */
public record ForestRow(String group, String label, double fold, String values) {
    public ForestRow {
        if (!(fold > 0)) {
            throw new IllegalArgumentException("a fold error is positive, found " + fold + " of " + label);
        }
    }
}
