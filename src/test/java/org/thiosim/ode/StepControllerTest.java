package org.thiosim.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepControllerTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 1e-3, 0.5, 1, 3, 1e9})
    void factorStaysWithinItsBounds(double error) {
        assertThat(new StepController(3).factor(error)).isBetween(0.2, 6.0);
    }

    @Test
    void errorAtTheToleranceShortensByTheSafetyFactor() {
        assertThat(new StepController(3).accepted(1, 1)).isCloseTo(0.9, within(1e-15));
        assertThat(new StepController(3).rejected(1, 16)).isCloseTo(0.45, within(1e-15));
        assertThat(new StepController(3).broken(1)).isEqualTo(0.2);
    }

    @Test
    void stepAfterARejectionDoesNotGrow() {
        StepController controller = new StepController(3);
        controller.rejected(1, 2);
        assertThat(controller.accepted(0.5, 1e-6)).isEqualTo(0.5);
        assertThat(controller.accepted(0.5, 1e-6)).isGreaterThan(0.5);
    }

    @Test
    void growingErrorIsForeseen() {
        StepController controller = new StepController(3);
        controller.accepted(1, 0.1);
        double foreseen = controller.accepted(1, 0.4);
        assertThat(foreseen).isLessThan(new StepController(3).accepted(1, 0.4));
        controller.restart();
        assertThat(controller.accepted(1, 0.4)).isEqualTo(new StepController(3).accepted(1, 0.4));
    }
}
