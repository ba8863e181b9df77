package org.thiosim.science;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.io.Setting;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;

/** Runs scenario files with the models of the checkout. */
final class Scenarios {
    static final ModelLibrary LIBRARY = ModelLibrary.in(Path.of("models"));

    private Scenarios() {}

    static SimulationResult run(Path file, String... settings) {
        List<Setting> parsed = Arrays.stream(settings).map(Setting::parse).toList();
        return Simulator.run(ScenarioFile.read(file, LIBRARY, parsed).scenario());
    }
}
