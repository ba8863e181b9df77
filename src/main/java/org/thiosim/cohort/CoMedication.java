package org.thiosim.cohort;

import java.util.List;
import org.thiosim.dosing.DoseRule;
import org.thiosim.random.RandomStream;

/**
 * A medicine that some of the patients take beside every arm.
 *
 * @param drug its name
 * @param share of the patients
 */
public record CoMedication(String drug, double share, List<DoseRule> rules) {
    public CoMedication {
        rules = List.copyOf(rules);
    }

    boolean isTaken(long seed, long patient) {
        return new RandomStream(seed, patient, "co-medication:" + drug).uniform(0) < share;
    }
}
