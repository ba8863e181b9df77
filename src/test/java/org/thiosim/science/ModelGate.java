package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.model.ModelPart;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Simulator;
import org.thiosim.simulation.TimeCourse;

/** What every model must do: answer to a dose, conserve it, stay positive, and give the same by two methods. */
final class ModelGate {
    private final ModelLibrary library;
    private final Path folder;

    ModelGate(ModelLibrary library, Path folder) {
        this.library = library;
        this.folder = folder;
    }

    /** Throws an {@link AssertionError} where a model fails on a drug. */
    void pass(String model, String drug) throws IOException {
        ArmResult dosed = run(model, drug, "50 mg", "rodas4p");
        ArmResult placebo = run(model, drug, "0 mg", "rodas4p");
        ArmResult again = run(model, drug, "50 mg", "dormand-prince-853");

        assertThat(dosed.isSuccess()).as(dosed.outcome().message()).isTrue();
        assertThat(largestDifference(dosed, placebo)).as("answers to a dose").isGreaterThan(1e-6);
        assertThat(largestDifference(dosed, again)).as("two methods agree").isLessThan(1e-5);
        assertThat(dosed.balances()).allSatisfy(b -> assertThat(b.residual()).isLessThan(1e-9));
        assertThat(dosed.timeCourses())
                .filteredOn(c -> c.observable().startsWith("amount:"))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(Arrays.stream(c.values()).min().orElseThrow())
                        .isGreaterThanOrEqualTo(-1e-7));
    }

    /** The largest difference of an observable, relative to its largest value. */
    private static double largestDifference(ArmResult first, ArmResult second) {
        double largest = 0;
        for (int c = 0; c < first.timeCourses().size(); c++) {
            TimeCourse one = first.timeCourses().get(c).shown();
            TimeCourse other = second.timeCourses().get(c).shown();
            double scale = Math.max(
                    1e-6, Arrays.stream(one.values()).map(Math::abs).max().orElse(0));
            for (int k = 0; k < Math.min(one.values().length, other.values().length); k++) {
                largest = Math.max(largest, Math.abs(one.values()[k] - other.values()[k]) / scale);
            }
        }
        return largest;
    }

    private ArmResult run(String model, String drug, String dose, String method) throws IOException {
        ModelPart part = library.entries().stream()
                .filter(e -> e.id().equals(model))
                .findFirst()
                .orElseThrow()
                .part();
        List<String> outputs = Stream.concat(
                        part.outputs().observables().keySet().stream(),
                        part.network().species().keySet().stream().map(s -> "amount:" + s))
                .map(s -> '"' + s + '"')
                .toList();
        Path scenario = folder.resolve(model + ".yaml");
        Files.writeString(
                scenario,
                "scenario: gate\nmodel: " + model + "\nhorizon: 14 d\narms:\n  one:\n    - {drug: " + drug + ", dose: "
                        + dose + ", every: 1 d}\noutputs: {observables: " + outputs
                        + ", every: 5 h}\nsolver: {method: " + method + ", relative: 1e-8, absolute: 1e-10}\n",
                StandardCharsets.UTF_8);
        return Simulator.run(ScenarioFile.read(scenario, library, List.of()).scenario())
                .arms()
                .get(0);
    }
}
