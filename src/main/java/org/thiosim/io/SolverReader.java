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

    /** @param usual what holds where the file says nothing */
    static SolverChoice read(YamlMap root, SolverChoice usual) {
        return root.map("solver", "'solver'").flatMap(s -> choice(s, usual)).orElse(usual);
    }

    private static Optional<SolverChoice> choice(YamlMap section, SolverChoice usual) {
        Map<String, Optional<SolverMethod>> methods = new TreeMap<>();
        methods.put("auto", Optional.empty());
        for (SolverMethod method : SolverMethod.values()) {
            methods.put(method.id(), Optional.of(method));
        }
        Optional<SolverMethod> method = section.choice("method", methods).orElse(Optional.empty());
        double relative = section.number("relative").orElse(usual.relative());
        double absolute = section.number("absolute").orElse(usual.absolute());
        double peakShare = section.number("peak-share").orElse(usual.peakShare());
        Node place = section.value("relative").orElse(section.node());
        section.done();
        return YamlMap.parse(
                place, "", t -> new SolverChoice(method, relative, absolute, peakShare), section.findings());
    }
}
