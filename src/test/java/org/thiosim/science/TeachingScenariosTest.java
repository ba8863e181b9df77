package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.SimulationResult;

/** What the scenarios of the teaching page must do. */
class TeachingScenariosTest {
    private static final Path FOLDER = Path.of("scenarios/teaching");

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyLessonIsSolvedAndConservesMass(Path file) {
        SimulationResult result = Scenarios.run(file);

        assertThat(result.scenario().head().lesson()).hasSizeBetween(150, 900);
        assertThat(result.arms()).isNotEmpty().allMatch(ArmResult::isSuccess);
        assertThat(result.arms())
                .allSatisfy(a -> assertThat(a.balances())
                        .allSatisfy(b -> assertThat(b.residual()).isLessThan(1e-9)));
    }

    @Test
    void theContraindicationIsSaidOfTheFullDoseAndNotWhereTheDoseIsCutOnTheSameDay() {
        ArmResult full = arm("full-dose-with-allopurinol", "allopurinol-added");
        ArmResult cut = arm("third-dose-with-allopurinol", "third-dose-with-allopurinol");

        assertThat(full.notices()).anyMatch(n -> n.startsWith("Contraindicated in practice"));
        assertThat(cut.notices()).noneMatch(n -> n.startsWith("Contraindicated in practice"));
    }

    @Test
    void everyArmOfTheWrongModelSaysThatItIsWrong() {
        assertThat(Scenarios.run(FOLDER.resolve("find-the-error.yaml")).arms())
                .allSatisfy(a -> assertThat(a.notices()).anyMatch(n -> n.startsWith("WRONG ON PURPOSE")));
    }

    private static ArmResult arm(String scenario, String name) {
        return Scenarios.run(FOLDER.resolve(scenario + ".yaml")).arms().stream()
                .filter(a -> a.arm().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
