package org.thiosim.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class QualificationSummaryTest {
    private static final Study STUDY = new Study("s", "S", "test", "source", "people", OptionalInt.empty(), List.of());
    private static final Comparison LEVEL = new Comparison.Level();
    private static final Comparison RATIO = new Comparison.RatioTo("other", new Measurand.Level("6-TGN", 1));

    @Test
    void oneScalePerGroupIsTheGeometricMeanOfObservedOverPredicted() {
        List<QualificationRow> rows = AssayScales.apply(
                List.of(row(100, 200, "A", LEVEL), row(100, 50, "A", LEVEL), row(100, 300, "A", LEVEL)));

        double scale = 1 / Math.cbrt(2 * 0.5 * 3);
        assertThat(rows.get(0).scaledFoldError().getAsDouble()).isEqualTo(2 * scale, within(1e-12));
        assertThat(rows.get(1).scaledFoldError().getAsDouble()).isEqualTo(0.5 * scale, within(1e-12));
        assertThat(QualificationSummary.of(rows).scaledLevels().bias()).isEqualTo(1, within(1e-12));
    }

    @Test
    void groupOfOneIsFittedExactlyAndLeftOutOfTheScaledSummary() {
        List<QualificationRow> rows = AssayScales.apply(List.of(row(100, 300, "A", LEVEL)));

        assertThat(rows.get(0).scaledFoldError().getAsDouble()).isEqualTo(1, within(1e-12));
        assertThat(QualificationSummary.of(rows).scaledLevels().n()).isZero();
        assertThat(QualificationSummary.of(rows).levels().n()).isOne();
    }

    @Test
    void aGroupSharedBySeveralStudiesCountsInTheSummaryOfEach() {
        List<QualificationRow> rows =
                AssayScales.apply(List.of(row(100, 200, "A", LEVEL), row(100, 50, "A", LEVEL), row(9, 9, "B", LEVEL)));

        Map<String, QualificationSummary> each = QualificationSummary.by(
                rows, r -> String.valueOf(r.prediction().value().orElse(0)));

        assertThat(each.get("200.0").scaledLevels().n()).isOne();
        assertThat(each.get("50.0").scaledLevels().n()).isOne();
        assertThat(each.get("9.0").scaledLevels().n()).isZero();
    }

    @Test
    void ratiosHaveNoScaleEvenInAGroup() {
        List<QualificationRow> rows =
                AssayScales.apply(List.of(row(2, 3, "A", RATIO), row(100, 200, "A", LEVEL), row(100, 150, "A", LEVEL)));

        assertThat(rows.get(0).scaledFoldError()).isEmpty();
        assertThat(rows.get(1).scale().getAsDouble()).isEqualTo(1 / Math.sqrt(2 * 1.5), within(1e-12));
        assertThat(QualificationSummary.of(rows).ratios().n()).isOne();
    }

    @Test
    void rowsWithoutAPredictionKeepTheirReason() {
        QualificationRow row = new QualificationRow(
                STUDY,
                observation(3, "A", new Comparison.NeedsCohort("incidence")),
                Prediction.none("needs a cohort: incidence"),
                OptionalDouble.empty());

        assertThat(row.foldError()).isEmpty();
        assertThat(row.absence()).isEqualTo("needs a cohort: incidence");
        assertThat(QualificationSummary.of(List.of(row)).all().n()).isZero();
    }

    @Test
    void zeroObservedGivesNoFoldError() {
        assertThat(row(0, 10, "A", LEVEL).foldError()).isEmpty();
        assertThat(row(0, 10, "A", LEVEL).absence()).contains("not positive");
    }

    private static QualificationRow row(double observed, double predicted, String group, Comparison comparison) {
        return new QualificationRow(
                STUDY, observation(observed, group, comparison), Prediction.of(predicted), OptionalDouble.empty());
    }

    private static Observation observation(double observed, String group, Comparison comparison) {
        return new Observation(
                "arm",
                new Measurand.Level("6-TGN", 1),
                comparison,
                new Observation.Reported(
                        "median", observed, OptionalDouble.empty(), OptionalDouble.empty(), "pmol/8e8 RBC"),
                Optional.of(group),
                "");
    }
}
