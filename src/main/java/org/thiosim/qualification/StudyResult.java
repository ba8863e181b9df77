package org.thiosim.qualification;

import java.util.List;
import org.thiosim.simulation.SimulationResult;

/**
 * What a study gave.
 *
 * @param rows one for each observation, in the order of the file
 */
public record StudyResult(StudyCase studyCase, SimulationResult simulation, List<QualificationRow> rows) {
    public StudyResult {
        rows = List.copyOf(rows);
    }

    public Study study() {
        return studyCase.study();
    }
}
