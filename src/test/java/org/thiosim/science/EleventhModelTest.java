package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.PublishedFigures;
import org.thiosim.io.ScenarioFile;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;

/** One more file in the library is one more model: Lin's with another body weight as reference. */
class EleventhModelTest {
    private static final String NAME = "lin-2021-60-kg";

    @TempDir
    private Path folder;

    private ModelLibrary library = Scenarios.LIBRARY;

    @BeforeEach
    void addOneFile() throws IOException {
        Path models = folder.resolve("models");
        copy(Path.of("models"), models);
        String lin = Files.readString(models.resolve("lin-2021.yaml"));
        Files.writeString(
                models.resolve(NAME + ".yaml"),
                lin.replace("model: lin-2021", "model: " + NAME).replace("57.5 kg", "60 kg"));
        library = ModelLibrary.in(models);
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    @Test
    void itIsListedPassesTheGatesAndKeepsItsFigures() throws IOException {
        assertThat(library.entries()).extracting(ModelLibrary.Entry::id).contains(NAME);
        new ModelGate(library, folder).pass(NAME, "azathioprine");
        assertThat(PublishedFigures.of(library, NAME))
                .hasSize(3)
                .allMatch(f -> f.recompute().agrees());
    }

    @Test
    void itRunsBesideTheOthers() throws IOException {
        Path scenario = folder.resolve("s.yaml");
        Files.writeString(
                scenario,
                "scenario: s\nmodel: lin-2021\npatient: {weight: 80 kg}\nhorizon: 8 wk\narms:\n"
                        + "  lin: [{drug: azathioprine, dose: 100 mg, every: 1 d}]\n"
                        + "  other: {model: " + NAME
                        + ", regimen: [{drug: azathioprine, dose: 100 mg, every: 1 d}]}\n");

        SimulationResult result =
                Simulator.run(ScenarioFile.read(scenario, library, List.of()).scenario());

        double lin = last(result, 0);
        double other = last(result, 1);
        // CL falls by (57.5/60)^0.625; a little more of the trough, because the half-life grows with it
        assertThat(other / lin).isBetween(1.02, 1.04);
    }

    private static double last(SimulationResult result, int arm) {
        double[] values = result.arms().get(arm).timeCourses().get(0).values();
        return values[values.length - 1];
    }
}
