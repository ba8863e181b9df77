package org.thiosim.chart;

import java.util.List;
import java.util.Optional;
import org.thiosim.simulation.TimeCourse;

/**
 * Several small plots in one picture, with the arms in the same colours in each.
 *
 * @param headline what the picture is about
 * @param subtitle how to read it; windows and limits are explained beside where they are drawn
 * @param cells the plots, row by row
 * @param arms all arms, in the order of their colours
 * @param sharedValues whether all plots share one value axis, then linear
 * @param notice a caution for this picture
 */
record SmallMultiples(
        String headline,
        String subtitle,
        List<Cell> cells,
        List<String> arms,
        boolean sharedValues,
        Optional<String> notice) {

    /** One plot; {@code borders} are times of change, in h. */
    record Cell(String title, String unit, List<TimeCourse> curves, List<ReferenceRange> ranges, List<Double> borders) {
        Cell {
            curves = List.copyOf(curves);
            ranges = List.copyOf(ranges);
            borders = List.copyOf(borders);
        }
    }

    SmallMultiples {
        cells = List.copyOf(cells);
        arms = List.copyOf(arms);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("'" + headline + "' has no plot; give at least one");
        }
    }

    /** Plots side by side. */
    int columns() {
        int count = cells.size();
        return count <= 3 ? count : count <= 4 ? 2 : count <= 9 ? 3 : (int) Math.ceil(Math.sqrt(count * 1.2));
    }

    int rows() {
        return (cells.size() + columns() - 1) / columns();
    }
}
