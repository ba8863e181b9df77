package org.thiosim.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.thiosim.simulation.RunRecord;

/** What must be read beside a picture of a run, one notice a line, each with the arms that it concerns. */
final class PictureNotices {
    private PictureNotices() {}

    /**
     * Contraindications first, then why a curve is missing, last the notices that the pictures of these observables carry.
     *
     * @param observables what the picture shows, or leaves out because it is hidden
     */
    static Optional<String> of(RunRecord run, Collection<RunRecord.Shown> observables) {
        List<String> words = new ArrayList<>();
        byNotice(run, arm -> arm.contraindications().stream())
                .forEach((notice, arms) -> words.add(String.join(", ", arms) + ": " + notice));
        byNotice(
                        run,
                        arm -> observables.stream()
                                .filter(o -> arm.hidden().containsKey(o.id()))
                                .map(o -> arm.hidden().getOrDefault(o.id(), "")))
                .forEach((notice, arms) -> words.add(String.join(", ", arms) + ": " + notice));
        byNotice(
                        run,
                        arm -> observables.stream()
                                .flatMap(o -> arm.captions().getOrDefault(o.id(), List.of()).stream())
                                .filter(n -> !RunRecord.isContraindication(n)))
                .forEach((notice, arms) ->
                        words.add((arms.size() == run.arms().size() ? "" : String.join(", ", arms) + ": ") + notice));
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", words));
    }

    private static Map<String, List<String>> byNotice(
            RunRecord run, Function<RunRecord.Treatment, Stream<String>> notices) {
        Map<String, List<String>> arms = new LinkedHashMap<>();
        run.arms()
                .forEach(arm -> notices.apply(arm)
                        .distinct()
                        .forEach(n ->
                                arms.computeIfAbsent(n, k -> new ArrayList<>()).add(arm.arm())));
        return arms;
    }
}
