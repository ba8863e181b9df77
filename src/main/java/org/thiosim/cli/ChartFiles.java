package org.thiosim.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.thiosim.chart.Chart;
import org.thiosim.chart.PictureFormat;
import org.thiosim.report.Pictures;

/** Pictures as files: {@code charts/NAME.png} and {@code charts/NAME.svg}. */
final class ChartFiles {
    private ChartFiles() {}

    /** Draws every picture in both formats, several at a time. */
    static SortedMap<String, byte[]> of(List<Chart> charts) {
        Map<String, byte[]> files = new ConcurrentHashMap<>();
        charts.stream()
                .flatMap(chart -> EnumSet.allOf(PictureFormat.class).stream().map(f -> new Job(chart, f)))
                .toList()
                .parallelStream()
                .forEach(job -> files.put(job.path(), job.chart.draw(job.format)));
        return new TreeMap<>(files);
    }

    static String path(Chart chart, PictureFormat format) {
        return "charts/" + chart.name() + "." + format.ending();
    }

    /** The pictures as a report takes them. */
    static Pictures svg(List<Chart> charts, Map<String, byte[]> files) {
        Map<String, byte[]> svg = new TreeMap<>();
        for (Chart chart : charts) {
            svg.put(chart.name(), files.getOrDefault(path(chart, PictureFormat.SVG), new byte[0]));
        }
        return new Pictures(charts, svg);
    }

    private record Job(Chart chart, PictureFormat format) {
        String path() {
            return ChartFiles.path(chart, format);
        }
    }
}
