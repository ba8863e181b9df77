package org.thiosim.cohort;

import java.util.List;

/**
 * The results of neighbouring patients, the unit in which a cohort is stored.
 *
 * @param index of the block, from 0
 * @param patients in ascending order
 * @param arms in the order of the cohort
 */
public record CohortBlock(int index, List<PatientRow> patients, List<ArmBlock> arms) {

    /**
     * What one arm gave. It owns its arrays, which are not to be changed.
     *
     * @param values [patient][observable][time]
     * @param metrics [patient][metric]
     * @param failures the patients without a full course
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record ArmBlock(String arm, double[][][] values, double[][] metrics, List<Failure> failures) {
        public ArmBlock {
            failures = List.copyOf(failures);
        }
    }

    public CohortBlock {
        patients = List.copyOf(patients);
        arms = List.copyOf(arms);
    }

    /** How many courses failed. */
    public long failures() {
        return arms.stream().mapToLong(a -> a.failures().size()).sum();
    }
}
