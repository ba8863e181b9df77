package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.thiosim.io.FullModel;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.StudyFile;
import org.thiosim.io.StudyFile.LoadedStudy;
import org.thiosim.qualification.DirectionCheck;
import org.thiosim.qualification.DirectionChecks;
import org.thiosim.qualification.FoldErrorSummary;
import org.thiosim.qualification.Qualification;
import org.thiosim.qualification.QualificationRow;
import org.thiosim.qualification.QualificationSummary;
import org.thiosim.report.QualificationMarkdown;
import org.thiosim.simulation.CompiledModel;

/** Holds the development studies to the predictions of the fit, and their figures to the values on record. */
class DevelopmentStudiesTest {
    private static final ModelLibrary LIBRARY = ModelLibrary.in(Path.of("models"));
    private static final int THREADS = 2;
    private static Qualification qualification;

    @BeforeAll
    static void qualify() {
        List<LoadedStudy> studies = StudyFile.files(Path.of("scenarios/studies")).stream()
                .map(f -> StudyFile.read(f, LIBRARY))
                .toList();
        CompiledModel model = CompiledModel.of(
                FullModel.of(studies.get(0).loaded().model().model().host(), LIBRARY, DirectionChecks.names()));
        qualification = new Qualification(
                Qualification.run(studies.stream().map(LoadedStudy::study).toList(), THREADS),
                DirectionChecks.of(model, THREADS));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {4}")
    @CsvFileSource(resources = "/qualification/development.csv", numLinesToSkip = 1)
    void predictionIsThatOfTheFit(
            String study,
            String arm,
            String observable,
            double hour,
            String compare,
            double observed,
            double predicted) {
        QualificationRow row = development().stream()
                .filter(r -> r.study().id().equals(study)
                        && r.observation().arm().equals(arm)
                        && r.observation().measurand().label().equals(observable)
                        && r.observation().measurand().hour() == hour)
                .findFirst()
                .orElseThrow();

        assertThat(row.observation().comparison().word()).isEqualTo(compare);
        assertThat(row.observation().reported().value() / observed).isBetween(0.999, 1.001);
        assertThat(row.prediction().value().getAsDouble() / predicted).isBetween(0.99, 1.01);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/qualification/recorded.csv", numLinesToSkip = 1)
    void noFigureIsWorseThanOnRecord(
            String kind, int n, double gmfe, double farthestBias, double within125, double within15, double within2) {
        QualificationSummary summary = QualificationSummary.of(development());
        FoldErrorSummary found = switch (kind) {
            case "all" -> summary.all();
            case "ratios" -> summary.ratios();
            case "levels" -> summary.levels();
            default -> summary.scaledLevels();
        };

        assertThat(found.n()).isEqualTo(n);
        assertThat(found.gmfe()).as("GMFE").isLessThanOrEqualTo(gmfe);
        assertThat(Math.max(found.bias(), 1 / found.bias())).as("bias").isLessThanOrEqualTo(farthestBias);
        assertThat(found.within125()).as("within 1.25-fold").isGreaterThanOrEqualTo(within125);
        assertThat(found.within15()).as("within 1.5-fold").isGreaterThanOrEqualTo(within15);
        assertThat(found.within2()).as("within 2-fold").isGreaterThanOrEqualTo(within2);
    }

    @Test
    void everyEffectPointsTheRightWay() {
        assertThat(qualification.directions())
                .hasSizeGreaterThan(20)
                .allMatch(c -> c.verdict() == DirectionCheck.Verdict.RIGHT);
    }

    @Test
    void theDocumentIsThatOfTheStudies() throws IOException {
        assertThat(Files.readString(Path.of("docs/qualification.md")))
                .as("run: thiosim qualify -o out --markdown docs/qualification.md")
                .isEqualTo(QualificationMarkdown.of(qualification));
    }

    @Test
    void everyStudyNamesItsSourceAndPeople() {
        assertThat(qualification.studies()).allSatisfy(s -> {
            assertThat(s.study().source()).isNotBlank();
            assertThat(s.study().population()).isNotBlank();
        });
    }

    @Test
    void filesAreNamedAfterTheirStudies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios/studies"))) {
            assertThat(files.map(f -> f.getFileName().toString())
                            .filter(f -> f.endsWith(".yaml"))
                            .map(f -> f.replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(qualification.studies().stream()
                            .map(s -> s.study().id())
                            .toList());
        }
    }

    private static List<QualificationRow> development() {
        return qualification.rows().stream()
                .filter(r -> r.study().set().equals("development"))
                .toList();
    }

    @Test
    void figuresOfDevelopmentStudiesAreSaidToBeNoTestOfAPrediction() {
        assertThat(qualification.standing())
                .startsWith("All 57 rows are of development studies, on which the parameters were estimated")
                .contains("7 rows it meets to within 1 %", "none is listed here");
    }
}
