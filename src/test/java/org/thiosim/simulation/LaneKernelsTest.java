package org.thiosim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thiosim.ode.SolverMethod;

class LaneKernelsTest {
    private static final Scenario.Outputs LEVELS =
            new Scenario.Outputs(List.of("6-TGN"), List.of(0.0, 24.0), List.of());

    @Test
    void theManifestSaysWhetherPatientsAreSolvedInLanesAndWhyNot() {
        SolverChoice explicit = new SolverChoice(Optional.of(SolverMethod.DORMAND_PRINCE_54), 1e-5, 1e-7, 0);

        assertThat(LaneKernels.explanation(SolverChoice.COHORT, LEVELS)).startsWith("in lanes");
        assertThat(LaneKernels.explanation(explicit, LEVELS)).endsWith("dormand-prince-54 has no lanes");
    }
}
