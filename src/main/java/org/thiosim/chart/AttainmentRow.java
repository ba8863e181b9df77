package org.thiosim.chart;

/**
 * A share of patients with its confidence interval.
 *
 * @param group heading that it stands under
 * @param label of its line
 * @param look index of its colour
 * @param harm whether less of it is better
 * @param value from 0 to 1
 */
public record AttainmentRow(
        String group, String label, int look, boolean harm, double value, double low, double high) {}
