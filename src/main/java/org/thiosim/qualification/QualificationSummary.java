package org.thiosim.qualification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Fold errors summed up by kind.
 *
 * @param all every row with a fold error, unscaled
 * @param ratios ratios, which no assay scale touches
 * @param levels levels as they are
 * @param scaledLevels levels after one free scale per assay group, only groups of two rows and more
 */
public record QualificationSummary(
        FoldErrorSummary all, FoldErrorSummary ratios, FoldErrorSummary levels, FoldErrorSummary scaledLevels) {

    public static QualificationSummary of(List<QualificationRow> rows) {
        return of(rows, AssayScales.sizes(rows));
    }

    /** @param sizes how many levels share each group's scale, over all rows of the run */
    private static QualificationSummary of(List<QualificationRow> rows, Map<String, Integer> sizes) {
        List<QualificationRow> shared = rows.stream()
                .filter(r -> r.scaledFoldError().isPresent())
                .filter(r -> r.observation()
                        .scaleGroup()
                        .filter(g -> sizes.getOrDefault(g, 0) > 1)
                        .isPresent())
                .toList();
        return new QualificationSummary(
                summary(rows, QualificationRow::foldError),
                summary(ofKind(rows, Observation.Kind.RATIO), QualificationRow::foldError),
                summary(ofKind(rows, Observation.Kind.LEVEL), QualificationRow::foldError),
                summary(shared, QualificationRow::scaledFoldError));
    }

    /** One summary for each value of a property, in the order of first appearance. */
    public static Map<String, QualificationSummary> by(
            List<QualificationRow> rows, Function<QualificationRow, String> property) {
        Map<String, List<QualificationRow>> groups = new LinkedHashMap<>();
        rows.stream()
                .filter(r -> r.foldError().isPresent())
                .forEach(r -> groups.computeIfAbsent(property.apply(r), k -> new ArrayList<>())
                        .add(r));
        Map<String, QualificationSummary> summaries = new LinkedHashMap<>();
        Map<String, Integer> sizes = AssayScales.sizes(rows);
        groups.forEach((k, g) -> summaries.put(k, of(g, sizes)));
        return summaries;
    }

    private static List<QualificationRow> ofKind(List<QualificationRow> rows, Observation.Kind kind) {
        return rows.stream().filter(r -> r.kind() == kind).toList();
    }

    private static FoldErrorSummary summary(
            List<QualificationRow> rows, Function<QualificationRow, OptionalDouble> fold) {
        return FoldErrorSummary.of(rows.stream()
                .map(fold)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList());
    }
}
