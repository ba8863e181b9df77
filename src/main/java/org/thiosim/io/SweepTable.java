package org.thiosim.io;

import java.util.List;
import org.thiosim.simulation.SweepPoint;
import org.thiosim.units.Numbers;

/** The numbers of a sweep as CSV: {@code value, arm, observable, metric, number, unit}. */
public final class SweepTable {
    private static final int DIGITS = 10;

    private SweepTable() {}

    public static byte[] of(List<SweepPoint> points) {
        return ResultTables.table(csv -> {
            csv.writeRecord("value", "arm", "observable", "metric", "number", "unit");
            for (SweepPoint point : points) {
                for (SweepPoint.Row row : point.rows()) {
                    csv.writeRecord(
                            row.value(),
                            row.arm(),
                            row.observable(),
                            row.metric(),
                            Numbers.format(row.number(), DIGITS),
                            row.unit());
                }
            }
        });
    }
}
