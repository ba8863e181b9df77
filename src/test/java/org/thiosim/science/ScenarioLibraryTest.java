package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thiosim.io.ScenarioFile;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Metric;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;

/** What every scenario of the library must have and do. */
class ScenarioLibraryTest {
    private static final Path FOLDER = Path.of("scenarios/single");
    private static final int LONGEST = 40;
    private static final Set<String> LIMITS = Set.of("235", "450", "5700");
    private static final Pattern FIGURE = Pattern.compile("(?<![0-9.*])[0-9]+(\\.[0-9]+)?(?![0-9])");

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
        assertThat(figures(scenario.head().lesson(), Files.readString(file)))
                .as("figures of the lesson that the run does not give")
                .allSatisfy(f -> assertThat(isGiven(f, result)).as(f).isTrue());
    }

    /** The numbers of three digits or more in a lesson that the rest of the file does not state. */
    private static List<String> figures(String lesson, String file) {
        String stated = file.replaceFirst("(?s)lesson: >.*?\nsource", "source");
        return FIGURE.matcher(lesson)
                .results()
                .map(MatchResult::group)
                .filter(f -> f.replaceAll("[^0-9]", "").replaceFirst("^0+", "").length() >= 3)
                .filter(f -> !stated.contains(f))
                .distinct()
                .toList();
    }

    /** Whether a limit, a notice, a metric or the value at the end of a phase, to as many digits, is the figure. */
    private static boolean isGiven(String figure, SimulationResult result) {
        double wanted = Double.parseDouble(figure);
        int point = figure.indexOf('.');
        int zeros = figure.length() - figure.replaceFirst("0+$", "").length();
        double unit = Math.pow(10, point >= 0 ? point + 1 - figure.length() : zeros);
        DoubleStream metrics =
                result.arms().stream().flatMap(a -> a.metrics().stream()).mapToDouble(Metric::value);
        DoubleStream ends = result.arms().stream()
                .flatMap(a -> a.timeCourses().stream())
                .flatMapToDouble(c -> result.phases().stream().mapToDouble(p -> c.at(p.to())));
        boolean noted =
                result.arms().stream().flatMap(a -> a.notices().stream()).anyMatch(n -> n.contains(" " + figure));
        return noted
                || LIMITS.contains(figure)
                || DoubleStream.concat(metrics, ends).anyMatch(v -> Math.abs(v - wanted) <= 0.5001 * unit);
    }

    @Test
    void theTableOfTheLibraryNamesEveryScenario() throws IOException {
        String readme = Files.readString(Path.of("scenarios/README.md"));

        assertThat(scenarios().map(f -> f.getFileName().toString()))
                .hasSizeGreaterThanOrEqualTo(21)
                .allSatisfy(name -> assertThat(readme).contains("single/" + name));
    }
}
