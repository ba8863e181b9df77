package org.thiosim.io;

import java.util.List;
import org.thiosim.simulation.SweepPoint;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Numbers;

/**
 * The numbers of a sweep as CSV: {@code value, arm, observable, metric, number, unit, from_h, to_h, dosing_interval_h}.
 */
public final class SweepTable {
    private static final int DIGITS = 10;

    private SweepTable() {}

    public static byte[] of(List<SweepPoint> points) {
        return ResultTables.table(csv -> {
            csv.writeRecord(
                    "value", "arm", "observable", "metric", "number", "unit", "from_h", "to_h", "dosing_interval_h");
            for (SweepPoint point : points) {
                for (SweepPoint.Row row : point.rows()) {
                    csv.writeRecord(
                            point.value(),
                            row.arm(),
                            row.observable(),
                            row.metric(),
                            Numbers.format(row.number(), DIGITS),
                            row.unit(),
                            hours(row.window()
                                    .map(TimeWindow::from)
                                    .orElse(point.reading().hour())),
                            hours(row.window()
                                    .map(TimeWindow::to)
                                    .orElse(point.reading().hour())),
                            row.interval().isPresent() ? hours(row.interval().getAsDouble()) : "");
                }
            }
        });
    }

    private static String hours(double hours) {
        return Numbers.format(hours, DIGITS);
    }
}
