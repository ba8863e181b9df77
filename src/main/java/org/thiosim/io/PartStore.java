package org.thiosim.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.thiosim.cohort.BlockStore;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortBlock;
import org.thiosim.cohort.CohortBlock.ArmBlock;
import org.thiosim.cohort.CohortMetric;
import org.thiosim.cohort.Failure;
import org.thiosim.cohort.PatientColumns;
import org.thiosim.cohort.PatientRow;

/**
 * Keeps each block as a folder of Parquet files. A folder is written under another name and moved into place when it is
 * whole, so that a block is there entirely or not at all, whenever the program ends.
 *
 * <p>The database holds one block of each thread in memory and no more than its limit.
 */
public final class PartStore implements BlockStore, AutoCloseable {
    private static final String MEMORY = "384MB";

    private final List<Path> folders;
    private final Cohort cohort;
    private final PartTables tables;
    private final DuckDBConnection database;

    /**
     * A store of parts.
     *
     * @param folders where parts are; new ones go into the first
     */
    public PartStore(List<Path> folders, Cohort cohort) {
        this.folders = List.copyOf(folders);
        this.cohort = cohort;
        this.tables = new PartTables(cohort);
        try {
            this.database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            try (Statement sql = database.createStatement()) {
                sql.execute("SET memory_limit = '" + MEMORY + "'");
                sql.execute("SET threads = 1");
                sql.execute("SET enable_progress_bar = false");
            }
        } catch (SQLException e) {
            throw new StorageException("the database for result files cannot be started: " + e.getMessage(), e);
        }
    }

    private static String name(int block) {
        return String.format(Locale.ROOT, "%07d", block);
    }

    private Path place(int block) {
        return folders.stream()
                .map(f -> f.resolve(name(block)))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(folders.get(0).resolve(name(block)));
    }

    @Override
    public boolean holds(int block) {
        return Files.isDirectory(place(block));
    }

    /** The blocks stored. */
    public List<Integer> stored() {
        return IntStream.range(0, cohort.blocks()).filter(this::holds).boxed().toList();
    }

    @Override
    public void write(CohortBlock block) {
        Path aside = folders.get(0).resolve(".writing-" + name(block.index()));
        try {
            FolderTree.delete(aside);
            Files.createDirectories(aside);
            try (DuckDBConnection own = (DuckDBConnection) database.duplicate()) {
                part(own, aside, PartTables.PATIENTS, "", block.index(), a -> patients(a, block));
                for (int arm = 0; arm < block.arms().size(); arm++) {
                    ArmBlock of = block.arms().get(arm);
                    part(own, aside, PartTables.TIME_COURSE, "-" + arm, block.index(), a -> timeCourse(a, block, of));
                    part(own, aside, PartTables.METRICS, "-" + arm, block.index(), a -> metrics(a, block, of));
                    part(own, aside, PartTables.FAILURES, "-" + arm, block.index(), a -> failures(a, of));
                }
            }
            Files.move(aside, folders.get(0).resolve(name(block.index())), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | SQLException e) {
            throw failed(e);
        }
    }

    private StorageException failed(Exception e) {
        return new StorageException(
                "results cannot be written to " + folders.get(0) + ": " + firstLine(e) + "; " + stored().size() + " of "
                        + cohort.blocks() + " blocks are finished and stay; make room and run again with --resume",
                e);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @FunctionalInterface
    private interface Rows {
        void into(DuckDBAppender appender) throws SQLException;
    }

    private void part(DuckDBConnection own, Path folder, String table, String suffix, int block, Rows rows)
            throws SQLException {
        String name = table + "_" + block;
        try (Statement sql = own.createStatement()) {
            sql.execute("CREATE TABLE " + name + " (" + tables.schema(table) + ")");
            try (DuckDBAppender appender = own.createAppender("main", name)) {
                rows.into(appender);
            }
            sql.execute("COPY " + name + " TO "
                    + PartTables.literal(
                            folder.resolve(table + suffix + ".parquet").toString())
                    + " (FORMAT parquet, COMPRESSION zstd)");
            sql.execute("DROP TABLE " + name);
        }
    }

    private static void patients(DuckDBAppender appender, CohortBlock block) throws SQLException {
        for (PatientRow row : block.patients()) {
            appender.beginRow();
            appender.append(row.patient());
            appender.append(row.weight());
            for (String label : row.labels()) {
                appender.append(label);
            }
            for (double number : row.numbers()) {
                value(appender, number);
            }
            appender.endRow();
        }
    }

    private void timeCourse(DuckDBAppender appender, CohortBlock block, ArmBlock arm) throws SQLException {
        List<Double> hours = cohort.treatment().outputs().hours();
        for (int i = 0; i < block.patients().size(); i++) {
            double[][] values = arm.values()[i];
            for (int k = 0; k < hours.size(); k++) {
                appender.beginRow();
                appender.append(arm.arm());
                appender.append(block.patients().get(i).patient());
                appender.append(hours.get(k).doubleValue());
                for (double[] observable : values) {
                    value(appender, observable[k]);
                }
                appender.endRow();
            }
        }
    }

    private void metrics(DuckDBAppender appender, CohortBlock block, ArmBlock arm) throws SQLException {
        List<CohortMetric> metrics = cohort.treatment().outputs().metrics();
        for (int i = 0; i < block.patients().size(); i++) {
            for (int m = 0; m < metrics.size(); m++) {
                CohortMetric metric = metrics.get(m);
                appender.beginRow();
                appender.append(arm.arm());
                appender.append(block.patients().get(i).patient());
                appender.append(metric.observable());
                appender.append(metric.metric());
                appender.append(metric.window().from());
                appender.append(metric.window().to());
                value(appender, arm.metrics()[i][m]);
                appender.append(metric.unit());
                appender.endRow();
            }
        }
    }

    private static void failures(DuckDBAppender appender, ArmBlock arm) throws SQLException {
        for (Failure failure : arm.failures()) {
            appender.beginRow();
            appender.append(failure.arm());
            appender.append(failure.patient());
            appender.append(failure.hour());
            appender.append(failure.reason());
            appender.endRow();
        }
    }

    private static void value(DuckDBAppender appender, double value) throws SQLException {
        if (Double.isNaN(value)) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
    }

    @Override
    public void read(Consumer<CohortBlock> reader) {
        for (int block = 0; block < cohort.blocks(); block++) {
            reader.accept(read(block));
        }
    }

    private CohortBlock read(int block) {
        Path folder = place(block);
        List<PatientRow> patients = new ArrayList<>();
        List<ArmBlock> arms = new ArrayList<>();
        try {
            rows(folder.resolve(PartTables.PATIENTS + ".parquet"), r -> patients.add(patient(r)));
            for (int arm = 0; arm < cohort.treatment().arms().size(); arm++) {
                arms.add(arm(folder, arm, patients.size()));
            }
        } catch (SQLException e) {
            throw new StorageException(
                    "part " + folder + " cannot be read: " + firstLine(e)
                            + "; remove this folder and run again with --resume",
                    e);
        }
        return new CohortBlock(block, patients, arms);
    }

    private ArmBlock arm(Path folder, int arm, int patients) throws SQLException {
        int observables = cohort.treatment().outputs().observables().size();
        int hours = cohort.treatment().outputs().hours().size();
        int metrics = cohort.treatment().outputs().metrics().size();
        double[][][] values = new double[patients][observables][hours];
        double[][] summary = new double[patients][metrics];
        List<Failure> failures = new ArrayList<>();
        int[] row = {0, 0};
        rows(folder.resolve(PartTables.TIME_COURSE + "-" + arm + ".parquet"), r -> {
            for (int o = 0; o < observables; o++) {
                values[row[0] / hours][o][row[0] % hours] = number(r, o + 4);
            }
            row[0]++;
        });
        rows(folder.resolve(PartTables.METRICS + "-" + arm + ".parquet"), r -> {
            summary[row[1] / metrics][row[1] % metrics] = number(r, 7);
            row[1]++;
        });
        if (row[0] != patients * hours || row[1] != patients * metrics) {
            throw new SQLException("it holds " + row[0] + " rows of curves and " + row[1] + " of metrics for "
                    + patients + " patients");
        }
        rows(
                folder.resolve(PartTables.FAILURES + "-" + arm + ".parquet"),
                r -> failures.add(new Failure(r.getString(1), r.getLong(2), r.getDouble(3), r.getString(4))));
        return new ArmBlock(cohort.treatment().arms().get(arm).name(), values, summary, failures);
    }

    private PatientRow patient(ResultSet row) throws SQLException {
        int words = PatientColumns.labels().size();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            labels.add(row.getString(3 + i));
        }
        double[] numbers = new double[cohort.treatment().columns().numbers().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(row, 3 + words + i);
        }
        return new PatientRow(row.getLong(1), row.getDouble(2), labels, numbers);
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    @FunctionalInterface
    private interface RowReader {
        void row(ResultSet row) throws SQLException;
    }

    private void rows(Path file, RowReader reader) throws SQLException {
        try (Statement sql = database.createStatement();
                ResultSet rows =
                        sql.executeQuery("SELECT * FROM read_parquet(" + PartTables.literal(file.toString()) + ")")) {
            while (rows.next()) {
                reader.row(rows);
            }
        }
    }

    /**
     * Joins the parts of a table into one file, sorted by arm, patient and time.
     *
     * @param target a file of the wanted format
     */
    void join(String table, Path target, TableFormat format) {
        List<Path> parts = new ArrayList<>();
        boolean byArm = !table.equals(PartTables.PATIENTS);
        for (int arm = 0; arm < (byArm ? cohort.treatment().arms().size() : 1); arm++) {
            for (int block = 0; block < cohort.blocks(); block++) {
                parts.add(place(block).resolve(table + (byArm ? "-" + arm : "") + ".parquet"));
            }
        }
        String list = Arrays.stream(parts.toArray(Path[]::new))
                .map(p -> PartTables.literal(p.toString()))
                .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
        String options = format == TableFormat.PARQUET
                ? "FORMAT parquet, COMPRESSION zstd, KV_METADATA " + tables.metadata(table)
                : "FORMAT csv, HEADER";
        try (Statement sql = database.createStatement()) {
            sql.execute("COPY (SELECT * FROM read_parquet(" + list + ")) TO " + PartTables.literal(target.toString())
                    + " (" + options + ")");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new StorageException("the database for result files did not close: " + firstLine(e), e);
        }
    }
}
