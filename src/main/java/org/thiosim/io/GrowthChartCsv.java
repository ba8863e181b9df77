package org.thiosim.io;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.thiosim.cohort.GrowthChart;
import org.thiosim.cohort.GrowthChart.Point;
import org.thiosim.cohort.Sex;

/** Reads growth charts: rows of measure, sex, age_months, L, M, S. */
final class GrowthChartCsv {
    private GrowthChartCsv() {}

    /** The chart of a measure such as {@code weight_kg}. */
    static GrowthChart read(String text, String measure) {
        Map<Sex, List<Point>> points = new EnumMap<>(Sex.class);
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : csv) {
                if (row.getField("measure").equals(measure)) {
                    Sex sex = row.getField("sex").equals("M") ? Sex.MALE : Sex.FEMALE;
                    points.computeIfAbsent(sex, s -> new ArrayList<>())
                            .add(new Point(
                                    number(row, "age_months"), number(row, "L"), number(row, "M"), number(row, "S")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GrowthChart(points);
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
