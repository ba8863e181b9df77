package org.thiosim.benchmarks;

import java.awt.Color;
import java.awt.Font;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The cost of each tool against the error it reached, both on logarithmic axes. */
final class WorkPrecisionChart {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;

    private WorkPrecisionChart() {}

    static void write(List<WorkPoint> points, Path file) throws IOException {
        Map<String, List<WorkPoint>> tools = points.stream()
                .collect(Collectors.groupingBy(WorkPoint::tool, LinkedHashMap::new, Collectors.toList()));
        XYSeriesCollection data = new XYSeriesCollection();
        tools.forEach((tool, own) -> {
            XYSeries series = new XYSeries(tool, false);
            own.stream()
                    .sorted((a, b) -> Double.compare(b.error(), a.error()))
                    .forEach(p -> series.add(p.error(), p.seconds()));
            data.addSeries(series);
        });
        XYPlot plot = new XYPlot(
                data,
                axis("largest relative error of 6-TGN and 6-MMPR"),
                axis("CPU s for 1,000 patients and 24 weeks"),
                new XYLineAndShapeRenderer(true, true));
        plot.getDomainAxis().setInverted(true);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        JFreeChart chart = new JFreeChart(
                "thio12: work and precision on one core", new Font("SansSerif", Font.BOLD, 20), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        ChartUtils.saveChartAsPNG(new File(file.toString()), chart, WIDTH, HEIGHT);
    }

    private static LogAxis axis(String label) {
        LogAxis axis = new LogAxis(label);
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits());
        axis.setLabelFont(new Font("SansSerif", Font.PLAIN, 16));
        axis.setTickLabelFont(new Font("SansSerif", Font.PLAIN, 14));
        return axis;
    }
}
