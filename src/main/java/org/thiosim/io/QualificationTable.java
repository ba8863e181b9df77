package org.thiosim.io;

import java.util.OptionalDouble;
import org.thiosim.qualification.Measurand;
import org.thiosim.qualification.Observation;
import org.thiosim.qualification.Qualification;
import org.thiosim.qualification.QualificationRow;
import org.thiosim.units.Numbers;

/** {@code qualification.csv}: one row per observation; what has no value is empty. */
public final class QualificationTable {
    private static final int DIGITS = 8;

    private QualificationTable() {}

    public static byte[] of(Qualification qualification) {
        return ResultTables.table(csv -> {
            csv.writeRecord(
                    "study",
                    "set",
                    "arm",
                    "observable",
                    "time_h",
                    "compare",
                    "reference",
                    "observed",
                    "low",
                    "high",
                    "predicted",
                    "fold_error",
                    "scale_group",
                    "fold_error_scaled",
                    "unit");
            qualification.rows().forEach(r -> csv.writeRecord(fields(r)));
        });
    }

    private static String[] fields(QualificationRow row) {
        Observation observation = row.observation();
        Measurand measurand = observation.measurand();
        return new String[] {
            row.study().id(),
            row.study().set(),
            observation.arm(),
            measurand.label(),
            number(measurand.hour()),
            observation.comparison().word(),
            row.reference(),
            number(observation.reported().value()),
            number(observation.reported().low()),
            number(observation.reported().high()),
            number(row.prediction().value()),
            number(row.foldError()),
            observation.scaleGroup().orElse(""),
            number(row.scaledFoldError()),
            observation.reported().unit()
        };
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Numbers.format(value, DIGITS);
    }
}
