package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortOutputs;
import org.thiosim.cohort.PatientColumns;

/** The tables of a cohort: their columns with unit and meaning, in the order of the files. */
final class PartTables {
    static final String PATIENTS = "patients";
    static final String TIME_COURSE = "timecourse";
    static final String METRICS = "metrics";
    static final String FAILURES = "failures";

    private static final String TEXT = "VARCHAR";
    private static final String NUMBER = "DOUBLE";
    private static final String WHOLE = "BIGINT";

    private final Cohort cohort;

    PartTables(Cohort cohort) {
        this.cohort = cohort;
    }

    /**
     * A column.
     *
     * @param type of the database
     */
    record Column(String name, String type, String unit, String meaning) {}

    static List<String> names() {
        return List.of(PATIENTS, TIME_COURSE, METRICS, FAILURES);
    }

    List<Column> columns(String table) {
        return switch (table) {
            case PATIENTS -> patients();
            case TIME_COURSE -> timeCourse();
            case METRICS -> metrics();
            case FAILURES -> failures();
            default -> throw new IllegalArgumentException("no table '" + table + "'");
        };
    }

    private List<Column> patients() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("patient", WHOLE, "1", "number of the patient, from 0; the same in every arm"),
                new Column(
                        "weight",
                        NUMBER,
                        "1",
                        "what the patient counts for in a statistic; 1 unless a stratum was enriched")));
        for (String label : PatientColumns.labels()) {
            columns.add(new Column(label, TEXT, "", PatientColumns.meaning(label)));
        }
        for (PatientColumns.Column c : cohort.treatment().columns().numbers()) {
            columns.add(new Column(c.name(), NUMBER, c.unit(), c.title()));
        }
        return columns;
    }

    private List<Column> timeCourse() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("arm", TEXT, "", "the treatment"),
                new Column("patient", WHOLE, "1", "as in patients"),
                new Column("time_h", NUMBER, "h", "time; at a dose the value before the dose")));
        for (CohortOutputs.Shown shown : cohort.treatment().outputs().observables()) {
            columns.add(new Column(
                    column(shown.id()),
                    NUMBER,
                    shown.unit(),
                    shown.title() + "; empty where it is not valid or the solve failed before"));
        }
        return columns;
    }

    /** The column of an observable: its id without spaces. */
    static String column(String observable) {
        return observable.replace(' ', '_');
    }

    private static List<Column> metrics() {
        return List.of(
                new Column("arm", TEXT, "", "the treatment"),
                new Column("patient", WHOLE, "1", "as in patients"),
                new Column("observable", TEXT, "", "what is summed up"),
                new Column(
                        "metric",
                        TEXT,
                        "",
                        "daily-* from the values at hour 24, 48, 72, … of the run after the start of the window, before"
                                + " any dose there; trough: at the end of the window; others from the continuous solution"),
                new Column("from_h", NUMBER, "h", "start of the window"),
                new Column("to_h", NUMBER, "h", "end of the window"),
                new Column("value", NUMBER, "see unit", "empty where there is none"),
                new Column("unit", TEXT, "", "unit of the value"));
    }

    private static List<Column> failures() {
        return List.of(
                new Column("arm", TEXT, "", "the treatment"),
                new Column("patient", WHOLE, "1", "as in patients"),
                new Column("time_h", NUMBER, "h", "the time reached"),
                new Column("reason", TEXT, "", "what stood in the way and what to try"));
    }

    /** The columns of a table as SQL. */
    String schema(String table) {
        return columns(table).stream()
                .map(c -> quoted(c.name()) + " " + c.type())
                .collect(Collectors.joining(", "));
    }

    /** The units of a table as key-value metadata of a Parquet file. */
    String metadata(String table) {
        return columns(table).stream()
                .filter(c -> !c.unit().isEmpty())
                .map(c -> quoted("unit:" + c.name()) + ": " + literal(c.unit()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
