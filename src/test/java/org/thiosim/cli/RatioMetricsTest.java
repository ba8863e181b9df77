package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ratio counts from the time at which there is something to divide by. */
class RatioMetricsTest {
    private static final String SCENARIO = "scenarios/single/allopurinol-interaction.yaml";
    private static final String RATIO = "outputs.observables=[6-MMPR/6-TGN]";

    @TempDir
    private Path folder;

    private List<String> rows(String file, String... settings) throws IOException {
        Path out = folder.resolve("out");
        String[] all = new String[2 + settings.length];
        all[0] = "--set";
        all[1] = RATIO;
        System.arraycopy(settings, 0, all, 2, settings.length);
        assertThat(Program.ofRun(SCENARIO, out, all).code()).isZero();
        return Files.readAllLines(out.resolve(file));
    }

    private static double metric(List<String> rows, String metric, int from, int to) {
        return rows.stream()
                .filter(r -> r.startsWith("full-dose,0,6-MMPR/6-TGN," + metric + "," + from + "," + to + ","))
                .mapToDouble(r -> Double.parseDouble(r.split(",")[6]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMinutesAfterTheFirstDoseDoNotMakeTheLargestRatio() throws IOException {
        List<String> rows = rows("metrics.csv");

        assertThat(metric(rows, "cmax", 0, 24)).isBetween(25.0, 40.0);
        assertThat(metric(rows, "cmax", 0, 2016)).isCloseTo(metric(rows, "trough", 1992, 2016), within(1e-6));
        assertThat(metric(rows, "cmin", 0, 2016)).isGreaterThan(25);
        assertThat(metric(rows, "average", 0, 24)).isBetween(metric(rows, "cmin", 0, 24), metric(rows, "cmax", 0, 24));
        double length = metric(rows, "auc", 0, 24) / metric(rows, "average", 0, 24);
        assertThat(length).as("h in which the ratio has a value").isBetween(22.0, 23.9);
    }

    @Test
    void theCurveBeginsWhereTheMetricsDo() throws IOException {
        List<String> rows = rows("timecourse.csv", "--set", "outputs.every=1 h", "--set", "horizon=4 wk");

        String[] first = rows.get(1).split(",");
        assertThat(Double.parseDouble(first[2])).isBetween(1.0, 3.0);
        assertThat(Double.parseDouble(first[4])).isBetween(25.0, 40.0);
    }

    @Test
    void aRatioOfNothingHasNoRow() throws IOException {
        List<String> rows =
                rows("metrics.csv", "--set", "arms.full-dose=[{drug: allopurinol, dose: 100 mg, every: 1 d}]");

        assertThat(rows).noneMatch(r -> r.startsWith("full-dose,"));
        assertThat(rows).anyMatch(r -> r.startsWith("third-dose-with-allopurinol,0,6-MMPR/6-TGN,cmax,"));
    }
}
