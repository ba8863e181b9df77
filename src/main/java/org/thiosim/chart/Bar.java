package org.thiosim.chart;

/**
 * A filled rectangle with an edge.
 *
 * @param box where
 * @param fill {@code #rrggbb}
 * @param edge {@code #rrggbb}
 */
record Bar(Box box, String fill, String edge) {}
