package org.thiosim.qualification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One free scale per laboratory and assay: the geometric mean of observed over predicted of the group's levels.
 *
 * <p>A group is a name over all studies of a run; ratios have no scale. A group of one level fits it exactly, so groups
 * of two and more are summarised apart.
 */
final class AssayScales {
    private final Map<String, List<Double>> folds = new LinkedHashMap<>();

    private AssayScales(List<QualificationRow> rows) {
        for (QualificationRow row : rows) {
            group(row)
                    .ifPresent(g -> row.foldError()
                            .ifPresent(f -> folds.computeIfAbsent(g, k -> new ArrayList<>())
                                    .add(f)));
        }
    }

    static List<QualificationRow> apply(List<QualificationRow> rows) {
        AssayScales scales = new AssayScales(rows);
        return rows.stream().map(r -> r.scaled(scales.scale(r))).toList();
    }

    /** How many levels share each group's scale. */
    static Map<String, Integer> sizes(List<QualificationRow> rows) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        new AssayScales(rows).folds.forEach((g, f) -> sizes.put(g, f.size()));
        return sizes;
    }

    private OptionalDouble scale(QualificationRow row) {
        return group(row)
                .flatMap(g -> Optional.ofNullable(folds.get(g)))
                .map(f -> OptionalDouble.of(1 / FoldErrorSummary.of(f).bias()))
                .orElse(OptionalDouble.empty());
    }

    private static Optional<String> group(QualificationRow row) {
        return row.kind() == Observation.Kind.LEVEL ? row.observation().scaleGroup() : Optional.empty();
    }
}
