package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thiosim.io.ScenarioFile;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;

/** What every scenario of the library must have and do. */
class ScenarioLibraryTest {
    private static final Path FOLDER = Path.of("scenarios/single");
    private static final int LONGEST = 40;

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioTeachesWithASourceAndConservesMass(Path file) throws IOException {
        Scenario scenario =
                ScenarioFile.read(file, Scenarios.LIBRARY, List.of()).scenario();

        assertThat(scenario.head().id() + ".yaml").isEqualTo(file.getFileName().toString());
        assertThat(scenario.head().title())
                .isNotBlank()
                .isNotEqualTo(scenario.head().id());
        assertThat(scenario.head().lesson()).hasSizeBetween(150, 900);
        assertThat(scenario.head().source()).isNotBlank();
        assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(LONGEST);

        SimulationResult result = Simulator.run(scenario);

        assertThat(result.arms()).hasSizeGreaterThan(1).allMatch(ArmResult::isSuccess);
        assertThat(result.arms()).allSatisfy(arm -> {
            assertThat(arm.balances())
                    .isNotEmpty()
                    .allSatisfy(b -> assertThat(b.residual()).isLessThan(1e-9));
            assertThat(arm.timeCourses()).isNotEmpty();
        });
    }

    @Test
    void theTableOfTheLibraryNamesEveryScenario() throws IOException {
        String readme = Files.readString(Path.of("scenarios/README.md"));

        assertThat(scenarios().map(f -> f.getFileName().toString()))
                .hasSizeGreaterThanOrEqualTo(21)
                .allSatisfy(name -> assertThat(readme).contains("single/" + name));
    }
}
