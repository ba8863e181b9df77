package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.TimeCourse;

/** Holds the model to the trajectories of an independent implementation. */
class ReferenceTrajectoryTest {
    private static final Path FOLDER = Path.of("src/test/resources/reference");
    /** µmol below which the tails of the reference hold solver noise. */
    private static final double NOISE = 1e-4;

    /** The same for observables: 1e-4 µmol of 6-TUA in 21 L are 9e-4 ng/mL. */
    private static final double OBSERVABLE_NOISE = 1e-3;

    @ParameterizedTest
    @CsvSource({
        "tpmt-normal, rodas4p, 1e-10",
        "tpmt-intermediate, rodas4p, 1e-10",
        "tpmt-poor, rodas4p, 1e-10",
        "nudt15-poor, rodas4p, 1e-10",
        "allopurinol-from-week-12, rodas4p, 1e-10",
        "single-dose, rodas4p, 1e-10",
        "single-dose-with-allopurinol, rodas4p, 1e-10"
    })
    void everySpeciesFollowsTheReferenceAtTightTolerance(String name, String method, double relative)
            throws IOException {
        Reference reference = Reference.read(name);
        ArmResult result = run(
                name,
                reference,
                "solver={method: " + method + ", relative: " + relative + ", absolute: 1e-14, peak-share: 0}");

        for (TimeCourse course : result.timeCourses()) {
            if (course.observable().startsWith("amount:")) {
                double[] expected = reference.column(course.observable());
                for (int k = 0; k < expected.length; k++) {
                    assertThat(Math.abs(course.values()[k] - expected[k]))
                            .as("%s at %s h, expected %s", course.observable(), course.hours()[k], expected[k])
                            .isLessThanOrEqualTo(1e-11 + 1e-6 * Math.abs(expected[k]));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tpmt-normal",
                "tpmt-intermediate",
                "tpmt-poor",
                "nudt15-poor",
                "allopurinol-from-week-12",
                "single-dose",
                "single-dose-with-allopurinol"
            })
    void everyObservableLiesWithinOnePerMilleAtDefaultTolerance(String name) throws IOException {
        Reference reference = Reference.read(name);
        ArmResult result = run(name, reference);
        int compared = 0;
        for (TimeCourse course : result.timeCourses()) {
            double[] expected = reference.column(course.observable());
            double unit = course.unit().equals("%") ? 100 : 1;
            for (int k = 0; k < expected.length; k++) {
                double noise = course.observable().startsWith("amount:") ? NOISE : OBSERVABLE_NOISE;
                boolean before = course.observable().equals("6-MMPR/6-TGN") && isBeforeItsFirst(course, k);
                if (Math.abs(expected[k]) > noise && !before) {
                    compared++;
                    assertThat(course.values()[k] / unit / expected[k] - 1)
                            .as("%s at %s h, expected %s", course.observable(), course.hours()[k], expected[k])
                            .isBetween(-1e-3, 1e-3);
                }
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    /** Whether a ratio has no value yet. */
    private static boolean isBeforeItsFirst(TimeCourse ratio, int k) {
        assertThat(ratio.values()[ratio.values().length - 1]).isFinite();
        return Arrays.stream(ratio.values(), 0, k + 1).allMatch(Double::isNaN);
    }

    private static ArmResult run(String name, Reference reference, String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.add("outputs={observables: ["
                + reference.columns.keySet().stream()
                        .filter(c -> !c.equals("time_h"))
                        .collect(Collectors.joining(", ", "\"", "\""))
                        .replace(", ", "\", \"")
                + "], every: 24 h, at: [" + hours(reference) + "]}");
        ArmResult result = Scenarios.run(FOLDER.resolve(name + ".yaml"), settings.toArray(String[]::new))
                .arms()
                .get(0);
        assertThat(result.isSuccess()).as(result.outcome().message()).isTrue();
        return atReferenceTimes(result, reference);
    }

    private static String hours(Reference reference) {
        return java.util.Arrays.stream(reference.column("time_h"))
                .mapToObj(t -> t + " h")
                .collect(Collectors.joining(", "));
    }

    private static ArmResult atReferenceTimes(ArmResult result, Reference reference) {
        double[] wanted = reference.column("time_h");
        List<TimeCourse> courses = result.timeCourses().stream()
                .map(c -> new TimeCourse(
                        c.arm(),
                        c.observable(),
                        c.unit(),
                        wanted,
                        java.util.Arrays.stream(wanted)
                                .map(t -> c.values()[java.util.Arrays.binarySearch(c.hours(), t)])
                                .toArray()))
                .toList();
        return new ArmResult(
                result.arm(), result.outcome(), courses, List.of(), List.of(), result.balances(), result.notices());
    }

    private record Reference(Map<String, double[]> columns) {
        static Reference read(String name) throws IOException {
            List<CsvRecord> rows;
            try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(FOLDER.resolve(name + ".csv"))) {
                rows = csv.stream().toList();
            }
            Map<String, double[]> columns = new HashMap<>();
            for (int c = 0; c < rows.get(0).getFieldCount(); c++) {
                int column = c;
                columns.put(
                        rows.get(0).getField(c),
                        rows.stream()
                                .skip(1)
                                .mapToDouble(r -> Double.parseDouble(r.getField(column)))
                                .toArray());
            }
            return new Reference(columns);
        }

        double[] column(String name) {
            return columns.get(name);
        }
    }
}
