package org.thiosim.io;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.thiosim.genetics.TableVersion;

/**
 * A CSV table with its edition in comment lines {@code # key: value} above the header; every mistake goes to the
 * findings with line and column.
 */
final class GeneticTablesCsv {
    private final YamlSource source;
    private final Findings findings;
    private final List<String> lines;
    private final Map<String, String> comments = new LinkedHashMap<>();
    private final List<String> header = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private boolean flawed;

    private GeneticTablesCsv(YamlSource source, Findings findings) {
        this.source = source;
        this.findings = findings;
        this.lines = source.text().lines().toList();
    }

    /** Reads a table whose header must hold exactly the given columns, in any order. */
    static GeneticTablesCsv read(YamlSource source, List<String> columns, Findings findings) {
        findings.file(source.name(), source.text());
        GeneticTablesCsv table = new GeneticTablesCsv(source, findings);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.READ)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(source.text())) {
            for (CsvRecord line : reader) {
                table.take(line, columns);
            }
        } catch (CsvParseException e) {
            table.flaw(1, 1, "not a valid CSV table: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (table.header.isEmpty()) {
            table.flaw(1, 1, "has no header; expected the columns " + String.join(",", columns));
        }
        return table;
    }

    private void take(CsvRecord line, List<String> columns) {
        int number = (int) line.getStartingLineNumber();
        if (line.isComment()) {
            String[] parts = line.getField(0).split(":", 2);
            if (header.isEmpty() && parts.length == 2) {
                comments.put(parts[0].strip(), parts[1].strip());
            }
        } else if (header.isEmpty()) {
            header.addAll(line.getFields());
            checkHeader(number, columns);
        } else if (line.getFieldCount() != header.size()) {
            flaw(number, 1, "has " + line.getFieldCount() + " fields, the header has " + header.size());
        } else if (header.containsAll(columns)) {
            rows.add(new Row(number, line.getFields()));
        }
    }

    private void checkHeader(int line, List<String> columns) {
        for (String column : columns) {
            if (!header.contains(column)) {
                flaw(line, 1, "column '" + column + "' is missing; expected " + String.join(",", columns));
            }
        }
        for (int i = 0; i < header.size(); i++) {
            if (!columns.contains(header.get(i))) {
                flaw(
                        line,
                        column(line, i),
                        "unknown column '" + header.get(i) + "'"
                                + YamlMap.suggestion(header.get(i), new TreeSet<>(columns)));
            }
        }
    }

    void flaw(int line, int column, String message) {
        flawed = true;
        Mark mark = new Mark(source.name(), 0, line - 1, column - 1, new char[0], 0);
        findings.add(Optional.of(mark), 0, message);
    }

    /** Column of the field with an index in a line, from 1. */
    private int column(int line, int field) {
        String text = line <= lines.size() ? lines.get(line - 1) : "";
        boolean quoted = false;
        int seen = 0;
        for (int i = 0; i < text.length() && seen < field; i++) {
            quoted ^= text.charAt(i) == '"';
            if (!quoted && text.charAt(i) == ',' && ++seen == field) {
                return i + 2;
            }
        }
        return 1;
    }

    /** Whether a mistake has been found so far. */
    boolean isFlawed() {
        return flawed;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** The edition; absent together with a finding. */
    Optional<TableVersion> version() {
        List<String> missing = new ArrayList<>(List.of("title", "version", "date", "source"));
        missing.removeAll(comments.keySet());
        if (!missing.isEmpty()) {
            flaw(1, 1, "a table needs comment lines '# key: value' above its header; missing " + missing);
            return Optional.empty();
        }
        try {
            return Optional.of(new TableVersion(
                    comments.getOrDefault("title", ""),
                    comments.getOrDefault("version", ""),
                    comments.getOrDefault("date", ""),
                    comments.getOrDefault("source", "")));
        } catch (IllegalArgumentException e) {
            flaw(1, 1, message(e));
            return Optional.empty();
        }
    }

    private static String message(IllegalArgumentException e) {
        return Optional.ofNullable(e.getMessage()).orElse("cannot be read");
    }

    /** One line below the header. */
    final class Row {
        private final int line;
        private final List<String> fields;

        private Row(int line, List<String> fields) {
            this.line = line;
            this.fields = List.copyOf(fields);
        }

        String text(String column) {
            return fields.get(header.indexOf(column)).strip();
        }

        void flaw(String column, String message) {
            GeneticTablesCsv.this.flaw(line, column(line, header.indexOf(column)), message);
        }

        /** Reads a field with a parser; what the parser says goes to the findings. */
        <T> Optional<T> parsed(String column, Function<String, T> parser) {
            try {
                return Optional.of(parser.apply(text(column)));
            } catch (IllegalArgumentException e) {
                flaw(column, message(e));
                return Optional.empty();
            }
        }

        /** A number; absent together with a finding. */
        Optional<Double> number(String column) {
            return parsed(column, text -> {
                try {
                    return Double.valueOf(text);
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException("expected a number, found '" + text + "'", e);
                }
            });
        }

        /** A number that may be left empty. */
        OptionalDouble optionalNumber(String column) {
            return text(column).isEmpty()
                    ? OptionalDouble.empty()
                    : number(column).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        }
    }
}
