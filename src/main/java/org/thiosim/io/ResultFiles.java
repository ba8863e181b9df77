package org.thiosim.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.simulation.TimeWindow;

/** Reads what charts are drawn from out of the files of a run. */
public final class ResultFiles {
    /** Files that a record is read from. */
    static final String COURSES = "timecourse.csv";

    static final String DAYS = "timecourse-day.csv";
    static final String FLUXES = "fluxes.csv";

    /** Levels measured in a patient, where some were given. */
    static final String OBSERVED = "observed.csv";

    private final Function<String, Optional<byte[]>> files;

    private ResultFiles(Function<String, Optional<byte[]>> files) {
        this.files = files;
    }

    /** The record of the run in a folder. */
    public static RunRecord in(Path folder) {
        if (!Files.isRegularFile(folder.resolve(ResultFolder.MANIFEST))) {
            throw new InputException(
                    folder.toString(), "holds no results of thiosim; name a folder that 'thiosim run -o' has made");
        }
        if (Files.isRegularFile(folder.resolve(CohortPlan.FILE))) {
            throw new InputException(
                    folder.toString(),
                    "holds a cohort, whose pictures are in " + folder.resolve("charts")
                            + "; this command redraws those of 'thiosim run'. 'thiosim cohort' with the same scenario, -n and"
                            + " --seed draws them again; bands.csv and attainment.csv hold what they show");
        }
        if (Files.isRegularFile(folder.resolve("qualification.csv"))) {
            throw new InputException(
                    folder.toString(),
                    "holds a qualification; this command redraws the pictures of 'thiosim run', 'thiosim qualify' draws"
                            + " its own");
        }
        try {
            return read(folder);
        } catch (InputException e) {
            throw new InputException(e.findings().stream()
                    .map(f -> new Finding(
                            folder.resolve(f.file()).toString(), f.line(), f.column(), f.message(), f.excerpt()))
                    .toList());
        }
    }

    private static RunRecord read(Path folder) {
        return of(name -> {
            try {
                Path file = folder.resolve(name);
                return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The record of a run whose files are at hand. */
    public static RunRecord of(Map<String, byte[]> files) {
        return of(name -> Optional.ofNullable(files.get(name)));
    }

    private static RunRecord of(Function<String, Optional<byte[]>> files) {
        return new ResultFiles(files).read();
    }

    private RunRecord read() {
        JsonText manifest = JsonText.parse(ResultFolder.MANIFEST, required(ResultFolder.MANIFEST));
        JsonText charts = manifest.at("charts");
        Scenario.Head head = new Scenario.Head(
                manifest.at("scenario").text(),
                charts.at("title").text(),
                charts.at("lesson").text(),
                charts.at("source").text());
        List<RunRecord.Shown> shown = charts.at("observables").items().stream()
                .map(ResultFiles::observable)
                .toList();
        RunRecord.Curves curves = new RunRecord.Curves(
                courses(COURSES), files.apply(DAYS).isPresent() ? courses(DAYS) : List.of(), measured());
        return new RunRecord(
                head,
                charts.at("phases").items().stream()
                        .map(p -> new TimeWindow(
                                p.at("from_h").number(), p.at("to_h").number()))
                        .toList(),
                charts.at("arms").items().stream().map(ResultFiles::arm).toList(),
                shown,
                curves,
                network(charts));
    }

    private byte[] required(String name) {
        return files.apply(name)
                .orElseThrow(() -> new InputException(name, "is missing in the folder; run the scenario again"));
    }

    private static RunRecord.Shown observable(JsonText json) {
        return new RunRecord.Shown(
                json.at("id").text(),
                json.at("title").text(),
                json.at("unit").text(),
                json.optional("reference")
                        .map(r -> new RunRecord.Reference(
                                r.number("low"), r.number("high"), r.at("label").text())));
    }

    private static RunRecord.Treatment arm(JsonText json) {
        return new RunRecord.Treatment(
                json.at("arm").text(),
                json.at("doses").items().stream()
                        .map(d -> new RunRecord.Dosing(
                                d.at("drug").text(),
                                d.at("from_h").number(),
                                d.at("until_h").number(),
                                d.at("label").text(),
                                d.at("equal").text()))
                        .toList(),
                json.at("notices").items().stream().map(JsonText::text).toList(),
                texts(json.at("hidden")),
                json.optional("captions").map(ResultFiles::lists).orElse(Map.of()));
    }

    private RunRecord.Network network(JsonText charts) {
        Map<String, RunRecord.Place> species = new LinkedHashMap<>();
        for (JsonText s : charts.at("species").items()) {
            String id = s.at("id").text();
            species.put(
                    id,
                    new RunRecord.Place(
                            id,
                            s.at("label").text(),
                            s.at("matrix").text(),
                            s.at("kind").text().equals("sink")));
        }
        List<RunRecord.Flow> flows = new ArrayList<>();
        for (NamedCsvRecord row : species.isEmpty() ? List.<NamedCsvRecord>of() : rows(FLUXES)) {
            if (!field(row, "from").isEmpty() && !field(row, "to").isEmpty()) {
                flows.add(new RunRecord.Flow(
                        field(row, "arm"),
                        field(row, "reaction"),
                        field(row, "enzyme"),
                        field(row, "from"),
                        field(row, "to"),
                        new TimeWindow(number(row, "from_h"), number(row, "to_h")),
                        number(row, "amount_umol")));
            }
        }
        return new RunRecord.Network(species, texts(charts.at("processes")), flows);
    }

    private static Map<String, String> texts(JsonText json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.entries().forEach((k, v) -> texts.put(k, v.text()));
        return texts;
    }

    private static Map<String, List<String>> lists(JsonText json) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        json.entries()
                .forEach((k, v) ->
                        lists.put(k, v.items().stream().map(JsonText::text).toList()));
        return lists;
    }

    private List<TimeCourse> courses(String name) {
        Map<List<String>, Samples> samples = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows(name)) {
            samples.computeIfAbsent(
                            List.of(field(row, "arm"), field(row, "observable"), field(row, "unit")),
                            key -> new Samples(new ArrayList<>(), new ArrayList<>()))
                    .add(number(row, "time_h"), number(row, "value"));
        }
        List<TimeCourse> courses = new ArrayList<>();
        samples.forEach((key, s) -> courses.add(new TimeCourse(
                key.get(0),
                key.get(1),
                key.get(2),
                s.hours.stream().mapToDouble(Double::doubleValue).toArray(),
                s.values.stream().mapToDouble(Double::doubleValue).toArray())));
        return courses;
    }

    private List<RunRecord.Measured> measured() {
        if (files.apply(OBSERVED).isEmpty()) {
            return List.of();
        }
        return rows(OBSERVED).stream()
                .map(r -> new RunRecord.Measured(
                        field(r, "arm"), field(r, "observable"), number(r, "time_h"), number(r, "value")))
                .toList();
    }

    private record Samples(List<Double> hours, List<Double> values) {
        void add(double hour, double value) {
            hours.add(hour);
            values.add(value);
        }
    }

    private List<NamedCsvRecord> rows(String name) {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new String(required(name), StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (CsvParseException e) {
            throw new InputException(name, "is damaged; run the scenario again: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name)
                .orElseThrow(() -> new InputException("result table", "has no column '" + name + "'"));
    }

    private static double number(NamedCsvRecord row, String name) {
        String text = field(row, name);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InputException(
                    "result table",
                    "line " + row.getStartingLineNumber() + ": '" + text + "' in column '" + name
                            + "' is not a number");
        }
    }
}
