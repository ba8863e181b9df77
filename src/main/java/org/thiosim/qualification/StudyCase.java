package org.thiosim.qualification;

import java.util.List;
import org.thiosim.simulation.Scenario;

/** A study ready to be run: its scenario and what was observed. */
public record StudyCase(Study study, Scenario scenario, List<Observation> observations) {
    public StudyCase {
        observations = List.copyOf(observations);
    }
}
