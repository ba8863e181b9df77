package org.thiosim.cohort;

import java.util.List;

/**
 * A patient as a row of a table. It owns its array, which is not to be changed.
 *
 * @param labels in the order of {@link PatientColumns#LABELS}
 * @param numbers in the order of {@link PatientColumns#numbers}
 */
@SuppressWarnings("ArrayRecordComponent")
public record PatientRow(long patient, double weight, List<String> labels, double[] numbers) {
    public PatientRow {
        labels = List.copyOf(labels);
    }

    /** A label by its column. */
    public String label(String column) {
        return labels.get(PatientColumns.labels().indexOf(column));
    }
}
