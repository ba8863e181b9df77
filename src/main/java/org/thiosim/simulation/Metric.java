package org.thiosim.simulation;

/**
 * One number that sums up an observable.
 *
 * @param metric its id, for example {@code auc}
 * @param window the time it sums up
 */
public record Metric(String arm, String observable, String metric, TimeWindow window, double value, String unit) {}
