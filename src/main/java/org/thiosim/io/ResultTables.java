package org.thiosim.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.thiosim.model.EnzymeTag;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Flux;
import org.thiosim.simulation.Metric;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.units.Numbers;

/** The tables of a run as CSV: {@code timecourse.csv}, {@code metrics.csv} and {@code fluxes.csv}. */
public final class ResultTables {
    private static final int DIGITS = 10;
    private static final String ONE_PATIENT = "0";

    private ResultTables() {}

    /** One row per arm, observable and sample; an observable outside its validity has no row. */
    public static byte[] timeCourse(SimulationResult result) {
        return table(csv -> {
            csv.writeRecord("arm", "patient", "time_h", "observable", "value", "unit");
            for (ArmResult arm : result.arms()) {
                arm.timeCourses().forEach(c -> write(csv, c));
            }
        });
    }

    private static void write(CsvWriter csv, TimeCourse course) {
        double[] hours = course.hours();
        double[] values = course.values();
        for (int k = 0; k < hours.length; k++) {
            if (!Double.isNaN(values[k])) {
                csv.writeRecord(
                        course.arm(),
                        ONE_PATIENT,
                        number(hours[k]),
                        course.observable(),
                        number(values[k]),
                        course.unit());
            }
        }
    }

    /** One row per arm, observable, metric and window. */
    public static byte[] metrics(SimulationResult result) {
        return table(csv -> {
            csv.writeRecord("arm", "patient", "observable", "metric", "from_h", "to_h", "value", "unit");
            for (ArmResult arm : result.arms()) {
                for (Metric m : arm.metrics()) {
                    csv.writeRecord(
                            m.arm(),
                            ONE_PATIENT,
                            m.observable(),
                            m.metric(),
                            number(m.window().from()),
                            number(m.window().to()),
                            number(m.value()),
                            m.unit());
                }
            }
        });
    }

    /** One row per arm, reaction and window. */
    public static byte[] fluxes(SimulationResult result) {
        return table(csv -> {
            csv.writeRecord("arm", "patient", "reaction", "enzyme", "from", "to", "from_h", "to_h", "amount_umol");
            for (ArmResult arm : result.arms()) {
                for (Flux f : arm.fluxes()) {
                    csv.writeRecord(
                            f.arm(),
                            ONE_PATIENT,
                            f.reaction().id(),
                            f.reaction().enzyme().map(EnzymeTag::toString).orElse(""),
                            f.reaction().from().orElse(""),
                            f.reaction().to().orElse(""),
                            number(f.window().from()),
                            number(f.window().to()),
                            number(f.micromoles()));
                }
            }
        });
    }

    private static String number(double value) {
        return Numbers.format(value, DIGITS);
    }

    static byte[] table(Consumer<CsvWriter> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                .build(text)) {
            rows.accept(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
