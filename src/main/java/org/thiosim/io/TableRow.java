package org.thiosim.io;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a table that a user brings, CSV or Parquet.
 *
 * @param number from 1, without the header
 * @param line in the file; 0 where the file has no lines
 * @param cells text by column in the order of the file; numbers of a Parquet file keep every digit
 */
record TableRow(int number, int line, Map<String, String> cells) {
    private static final String CSV = ".csv";

    /** Whether a name is that of a table. */
    static boolean isTable(String name) {
        return name.endsWith(CSV) || name.endsWith(".parquet");
    }

    /**
     * The rows of a file.
     *
     * @param name what messages call it
     */
    static List<TableRow> read(Path path, String name) {
        try {
            return name.endsWith(CSV) ? csv(path) : parquet(path, name);
        } catch (CsvParseException | SQLException | IOException e) {
            throw new InputException(
                    name,
                    "cannot be read as a table: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static List<TableRow> csv(Path path) throws IOException {
        List<TableRow> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(YamlSource.read(path).text())) {
            csv.forEach(
                    r -> rows.add(new TableRow(rows.size() + 1, (int) r.getStartingLineNumber(), r.getFieldsAsMap())));
        }
        return rows;
    }

    private static List<TableRow> parquet(Path path, String name) throws SQLException {
        if (!Files.isRegularFile(path)) {
            throw new InputException(name, Files.isDirectory(path) ? "is a folder, expected a table" : "no such file");
        }
        List<TableRow> rows = new ArrayList<>();
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var sql = database.createStatement();
                ResultSet found =
                        sql.executeQuery("SELECT * FROM read_parquet(" + PartTables.literal(path.toString()) + ")")) {
            while (found.next()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int c = 1; c <= found.getMetaData().getColumnCount(); c++) {
                    String value = found.getString(c);
                    cells.put(found.getMetaData().getColumnName(c), value == null ? "" : value);
                }
                rows.add(new TableRow(rows.size() + 1, 0, cells));
            }
        }
        return rows;
    }

    String cell(String column) {
        return cells.getOrDefault(column, "").strip();
    }
}
