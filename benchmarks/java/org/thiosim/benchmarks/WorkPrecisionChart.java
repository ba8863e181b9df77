package org.thiosim.benchmarks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The cost of each tool against the error it reached, both on logarithmic axes, the dearest tool first in the legend. */
final class WorkPrecisionChart {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 800;
    private static final double LARGEST_ERROR = 1e-2;
    private static final String OURS = "thiosim";

    /** Okabe and Ito's colours, which the colour-blind can tell apart. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x000000),
            new Color(0xE69F00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0xD55E00),
            new Color(0x0072B2));

    private WorkPrecisionChart() {}

    static void write(List<WorkPoint> points, Path file) throws IOException {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        tools(points).forEach((tool, own) -> {
            int index = data.getSeriesCount();
            XYSeries series = new XYSeries(tool, false);
            own.forEach(p -> series.add(p.error(), p.seconds()));
            data.addSeries(series);
            renderer.setSeriesPaint(index, COLOURS.get(index % COLOURS.size()));
            renderer.setSeriesStroke(index, stroke(tool));
        });
        XYPlot plot = new XYPlot(
                data,
                new Decades("largest relative error of 6-TGN and 6-MMPR", List.of(1)),
                new Decades("CPU s for 1,000 patients and 24 weeks", List.of(1, 2, 5)),
                renderer);
        plot.getDomainAxis().setInverted(true);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        JFreeChart chart = new JFreeChart(
                "thio12: work and precision on one core", new Font("SansSerif", Font.BOLD, 20), plot, true);
        chart.getLegend().setPosition(RectangleEdge.RIGHT);
        chart.getLegend().setItemFont(new Font("SansSerif", Font.PLAIN, 15));
        chart.getLegend().setBorder(0, 0, 0, 0);
        chart.setBackgroundPaint(Color.WHITE);
        ChartUtils.saveChartAsPNG(new File(file.toString()), chart, WIDTH, HEIGHT);
    }

    /** The points of each tool by falling error, the tool with the dearest point first. */
    private static Map<String, List<WorkPoint>> tools(List<WorkPoint> points) {
        Map<String, List<WorkPoint>> tools = points.stream()
                .filter(p -> p.error() <= LARGEST_ERROR)
                .sorted(Comparator.comparingDouble(WorkPoint::error).reversed())
                .collect(Collectors.groupingBy(WorkPoint::tool));
        Map<String, List<WorkPoint>> sorted = new LinkedHashMap<>();
        tools.entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> -dearest(e.getValue())))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private static double dearest(List<WorkPoint> points) {
        return points.stream().mapToDouble(WorkPoint::seconds).max().orElse(0);
    }

    /** Ours are thick; what solves one patient after the other is dashed. */
    private static BasicStroke stroke(String tool) {
        float width = tool.startsWith(OURS) ? 3f : 1.5f;
        return tool.endsWith("one by one")
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {8f, 5f}, 0f)
                : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** A logarithmic axis with ticks at the same digits of every decade. */
    private static final class Decades extends LogAxis {
        private final List<Integer> digits;

        Decades(String label, List<Integer> digits) {
            super(label);
            this.digits = List.copyOf(digits);
            setLabelFont(new Font("SansSerif", Font.PLAIN, 16));
            setTickLabelFont(new Font("SansSerif", Font.PLAIN, 14));
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
            TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
            List<NumberTick> ticks = new ArrayList<>();
            int first = (int) Math.floor(Math.log10(getRange().getLowerBound()));
            int last = (int) Math.floor(Math.log10(getRange().getUpperBound()));
            for (int decade = first; decade <= last; decade++) {
                for (int digit : digits) {
                    double value = Double.parseDouble(digit + "e" + decade);
                    if (getRange().contains(value)) {
                        ticks.add(new NumberTick(value, text(digit, decade), anchor, TextAnchor.CENTER, 0));
                    }
                }
            }
            return ticks;
        }

        /** A power of ten as 1e-4 where only those have ticks, else the number in full. */
        private String text(int digit, int decade) {
            return digits.size() == 1
                    ? "1e" + decade
                    : BigDecimal.valueOf(digit).scaleByPowerOfTen(decade).toPlainString();
        }
    }
}
