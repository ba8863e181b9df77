package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.Cohorts;
import org.thiosim.cohort.Physique;
import org.thiosim.model.Model;

/** One person has one body surface, whether run alone, listed in a table or drawn for a cohort. */
class BodySizeAgreementTest {
    private static final ModelLibrary LIBRARY = ModelLibrary.in(Path.of("models"));

    @TempDir
    private Path folder;

    /** Surfaces worked out by hand: 0.024265·W^0.5378·H^0.3964 (Haycock) or 0.007184·W^0.425·H^0.725 (DuBois). */
    @ParameterizedTest
    @CsvSource({
        "20, 110, 6, 0.7832",
        "20, 110, '', 0.7832",
        "9, 72, 0.9, 0.4309",
        "55, 165, 17.9, 1.5847",
        "55, 165, 18, 1.5984",
        "55, 165, '', 1.5984",
        "39, 150, 30, 1.2889",
        "39, 150, '', 1.2684",
    })
    void aPersonHasOneSurfaceAloneAndInATable(double weight, double height, String age, double expected)
            throws IOException {
        double alone = alone(weight, height, age);

        assertThat(alone).isCloseTo(expected, within(1e-4));
        assertThat(listed(weight, height, age)).isEqualTo(alone);
    }

    @Test
    void aChildAndAnAdultDrawnForACohortHaveTheSurfaceThatTheyHaveAlone() throws IOException {
        for (String scenario : List.of("paediatric-all", "european-ibd")) {
            Cohort cohort = Cohorts.of(scenario, 4, 3);
            for (int i = 0; i < 4; i++) {
                Physique body = cohort.population().patient(3, i).physique();

                assertThat(alone(body.weight(), 100 * body.height(), String.valueOf(body.age())))
                        .as(scenario + " " + body)
                        .isCloseTo(body.bsa(), within(1e-9));
            }
        }
    }

    private double alone(double weight, double height, String age) throws IOException {
        Path file = Files.writeString(
                folder.resolve("alone.yaml"),
                "scenario: alone\nmodel: thiopurine\npatient: {weight: " + weight + " kg, height: " + height + " cm"
                        + (age.isEmpty() ? "" : ", age: " + age + " y")
                        + "}\nhorizon: 1 d\narms:\n  one: [{drug: mercaptopurine, dose: 50 mg/m^2, at: 0 h}]\n");
        return ScenarioFile.read(file, LIBRARY, List.of())
                .scenario()
                .arms()
                .get(0)
                .size()
                .bsa()
                .orElseThrow();
    }

    private double listed(double weight, double height, String age) throws IOException {
        Path file = Files.writeString(
                folder.resolve("table.csv"),
                "weight (kg),height (cm)" + (age.isEmpty() ? "" : ",age (y)") + "\n" + weight + "," + height
                        + (age.isEmpty() ? "" : "," + age) + "\n");
        Model model = LIBRARY.load("thiopurine", List.of()).model();
        return ListedPatients.read(file, model, LIBRARY.genetics())
                .patient(1, 0)
                .physique()
                .bsa();
    }
}
