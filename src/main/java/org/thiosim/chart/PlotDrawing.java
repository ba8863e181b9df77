package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/** Draws what is inside the axes with JFreeChart: grid lines, ranges, curves and bands; no text. */
final class PlotDrawing {
    private static final float BAND_OPACITY = 0.2f;
    private static final double FINEST = 0.1;
    private static final double OUT_OF_SIGHT = 1e-3;
    private static final float EDGE = 1.2f;
    private static final double ROOMY = 12;
    private static final float THIN = 1.5f;

    private final Scales scales;
    private final ChartStyle style;
    private final XYPlot plot;

    private PlotDrawing(Sheet sheet, ChartStyle style) {
        this.scales = sheet.scales();
        this.style = style;
        plot = new XYPlot(null, TickedAxis.time(scales.time()), TickedAxis.value(scales.value()), null);
        frame();
        sheet.ranges().forEach(this::addRange);
        for (int i = 0; i < sheet.traces().size(); i++) {
            addTrace(i, sheet.traces().get(i));
        }
    }

    static void draw(Sheet sheet, ChartStyle style, Graphics2D graphics) {
        PlotDrawing drawing = new PlotDrawing(sheet, style);
        Box box = sheet.scales().plot();
        Rectangle2D area = new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height());
        drawing.plot.draw(graphics, area, null, null, null);
    }

    private void frame() {
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setFixedDomainAxisSpace(new AxisSpace());
        plot.setFixedRangeAxisSpace(new AxisSpace());
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(colour(style.inks().grid()));
        plot.setRangeGridlineStroke(new BasicStroke(THIN));
        axis(plot.getDomainAxis(), true);
        axis(plot.getRangeAxis(), false);
    }

    private void axis(ValueAxis axis, boolean line) {
        axis.setTickLabelsVisible(false);
        axis.setTickMarksVisible(line);
        axis.setTickMarkOutsideLength(7);
        axis.setTickMarkPaint(colour(style.inks().quiet()));
        axis.setTickMarkStroke(new BasicStroke(THIN));
        axis.setAxisLineVisible(line);
        axis.setAxisLinePaint(colour(style.inks().quiet()));
        axis.setAxisLineStroke(new BasicStroke(2));
    }

    private void addRange(ReferenceRange range) {
        if (range.isWindow()) {
            Marker band = new IntervalMarker(
                    Math.max(range.bottom(), scales.value().low()),
                    Math.min(range.top(), scales.value().high()),
                    colour(style.inks().window()),
                    new BasicStroke(1),
                    null,
                    null,
                    1);
            plot.addRangeMarker(0, band, Layer.BACKGROUND, false);
        }
        for (double end : new double[] {range.bottom(), range.top()}) {
            if (scales.value().shows(end)) {
                Stroke dashed =
                        new BasicStroke(THIN, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {8, 6}, 0);
                Marker line = new ValueMarker(end, colour(style.inks().limit()), dashed, null, null, 1);
                plot.addRangeMarker(0, line, Layer.BACKGROUND, false);
            }
        }
    }

    private void addTrace(int index, Trace trace) {
        DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
        double[] hours = trace.hours();
        double[] highs = drawable(trace.highs(), trace.isBand());
        double[] lows = begun(drawable(trace.lows(), trace.isBand()), highs);
        if (!trace.isBand()) {
            int[] kept = kept(hours, highs);
            double[] times = at(hours, kept);
            double[] values = at(highs, kept);
            data.addSeries(trace.label(), new double[][] {times, times, times, values, values, values});
        } else if (trace.isSlim()) {
            int[] kept = kept(hours, lows, highs);
            double[] times = at(hours, kept);
            double[] middles = drawable(trace.middles(), true);
            middles[0] = Math.max(middles[0], lows[0]);
            double[] low = at(lows, kept);
            double[] high = at(highs, kept);
            data.addSeries(trace.label(), new double[][] {times, times, times, at(middles, kept), low, high});
            if (isRoomy(low, high)) {
                data.addSeries("low", new double[][] {times, times, times, low, low, low});
                data.addSeries("high", new double[][] {times, times, times, high, high, high});
            }
        } else {
            int[] kept = kept(hours, lows, highs);
            double[] times = at(hours, kept);
            double[] low = at(lows, kept);
            double[] high = at(highs, kept);
            data.addSeries(trace.label(), new double[][] {times, times, times, high, low, high});
            data.addSeries("low", new double[][] {times, times, times, low, low, low});
        }
        plot.setDataset(index, data);
        plot.setRenderer(index, trace.isBand() ? bandRenderer(trace) : lineRenderer(trace.style()));
    }

    /** Whether the edges of a band are far enough on average from a line in its middle to be told from it. */
    private boolean isRoomy(double[] low, double[] high) {
        return IntStream.range(0, low.length)
                        .mapToDouble(i -> scales.y(low[i]) - scales.y(high[i]))
                        .average()
                        .orElse(0)
                > ROOMY;
    }

    /** Samples without which some of the curves would look different. */
    private int[] kept(double[] hours, double[]... curves) {
        double[] x = Arrays.stream(hours).map(scales::x).toArray();
        return Arrays.stream(curves)
                .flatMapToInt(values -> Arrays.stream(Thinning.kept(
                        x,
                        Arrays.stream(values)
                                .map(v -> Double.isNaN(v) ? v : scales.y(v))
                                .toArray(),
                        FINEST)))
                .distinct()
                .sorted()
                .toArray();
    }

    private static double[] at(double[] values, int[] kept) {
        return Arrays.stream(kept).mapToDouble(k -> values[k]).toArray();
    }

    /**
     * Values that a logarithmic axis can take: nothing above zero is changed, so that a curve runs out through the lower
     * end of the axis. At zero a line is broken and the edge of a band lies out of sight.
     */
    private double[] drawable(double[] values, boolean band) {
        if (!scales.value().logarithmic()) {
            return values;
        }
        double unseen = band ? OUT_OF_SIGHT * scales.value().low() : Double.NaN;
        return Arrays.stream(values)
                .map(v -> v <= 0 || band && v < unseen ? unseen : v)
                .toArray();
    }

    /** The lower edge, begun at the upper one where the curve rises from zero on a logarithmic axis. */
    private double[] begun(double[] lows, double[] highs) {
        boolean rises = scales.value().logarithmic() && lows[0] < scales.value().low();
        if (rises) {
            lows[0] = highs[0];
        }
        return lows;
    }

    private static XYLineAndShapeRenderer lineRenderer(CurveStyle look) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, colour(look.colour()));
        renderer.setSeriesStroke(0, stroke(look, look.width()));
        return renderer;
    }

    private static XYLineAndShapeRenderer bandRenderer(Trace trace) {
        CurveStyle look = trace.style();
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(BAND_OPACITY);
        for (int line : new int[] {0, 1, 2}) {
            renderer.setSeriesPaint(line, colour(look.colour()));
            renderer.setSeriesFillPaint(line, colour(look.colour()));
            renderer.setSeriesStroke(line, stroke(look, look.width() * (trace.isSlim() ? 1 : 0.6f)));
            if (line > 0) {
                renderer.setSeriesStroke(line, new BasicStroke(EDGE));
            }
        }
        return renderer;
    }

    static Stroke stroke(CurveStyle look, float width) {
        List<Float> dash = look.dash();
        if (dash.isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] lengths = new float[dash.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dash.get(i);
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths, 0);
    }

    static Color colour(String hex) {
        return new Color(Colours.rgb(hex));
    }
}
