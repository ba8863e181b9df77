package org.thiosim.io;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thiosim.ode.SolverMethod;
import org.thiosim.simulation.SolverChoice;

/** Reads the section {@code solver} of a scenario. */
final class SolverReader {
    private SolverReader() {}

    static SolverChoice read(YamlMap root) {
        return root.map("solver", "'solver'").flatMap(SolverReader::choice).orElse(SolverChoice.DEFAULT);
    }

    private static Optional<SolverChoice> choice(YamlMap section) {
        Map<String, Optional<SolverMethod>> methods = new TreeMap<>();
        methods.put("auto", Optional.empty());
        for (SolverMethod method : SolverMethod.values()) {
            methods.put(method.id(), Optional.of(method));
        }
        Optional<SolverMethod> method = section.choice("method", methods).orElse(Optional.empty());
        double relative = section.number("relative").orElse(SolverChoice.DEFAULT.relative());
        double absolute = section.number("absolute").orElse(SolverChoice.DEFAULT.absolute());
        double peakShare = section.number("peak-share").orElse(SolverChoice.DEFAULT.peakShare());
        Node place = section.value("relative").orElse(section.node());
        section.done();
        return YamlMap.parse(
                place, "", t -> new SolverChoice(method, relative, absolute, peakShare), section.findings());
    }
}
