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
    private final List<RunRecord.Treatment> arms;

    private PictureNotices(List<RunRecord.Treatment> arms) {
        this.arms = arms;
    }

    /**
     * Contraindications first, then why a curve is missing, last the notices that the pictures of these observables carry.
     *
     * @param arms names of the arms that the picture shows
     * @param observables what the picture shows, or leaves out because it is hidden
     */
    static Optional<String> of(RunRecord run, List<String> arms, Collection<RunRecord.Shown> observables) {
        return new PictureNotices(
                        run.arms().stream().filter(a -> arms.contains(a.arm())).toList())
                .words(observables);
    }

    private Optional<String> words(Collection<RunRecord.Shown> observables) {
        List<String> words = new ArrayList<>();
        byNotice(arm -> arm.contraindications().stream())
                .forEach((notice, names) -> words.add(String.join(", ", names) + ": " + notice));
        byNotice(arm -> observables.stream()
                        .filter(o -> arm.hidden().containsKey(o.id()))
                        .map(o -> arm.hidden().getOrDefault(o.id(), "")))
                .forEach((notice, names) -> words.add(String.join(", ", names) + ": " + notice));
        byNotice(arm -> observables.stream()
                        .flatMap(o -> arm.captions().getOrDefault(o.id(), List.of()).stream())
                        .filter(n -> !RunRecord.isContraindication(n)))
                .forEach((notice, names) ->
                        words.add((names.size() == arms.size() ? "" : String.join(", ", names) + ": ") + notice));
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", words));
    }

    private Map<String, List<String>> byNotice(Function<RunRecord.Treatment, Stream<String>> notices) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        arms.forEach(arm -> notices.apply(arm)
                .distinct()
                .forEach(n -> names.computeIfAbsent(n, k -> new ArrayList<>()).add(arm.arm())));
        return names;
    }
}
