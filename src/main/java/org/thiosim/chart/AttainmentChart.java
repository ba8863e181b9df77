package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.simulation.Purpose;
import org.thiosim.units.Percent;

/** Shares of patients as bars from 0 to 100 % with confidence intervals, under headings. */
public final class AttainmentChart {
    private static final double LINE = 34;
    private static final double TOP = 120;
    private static final int HEADLINE_LINES = 3;
    private static final double BELOW = 96;
    private static final double LEFT = 560;
    private static final double RIGHT = 1400;
    private static final double THICK = 20;
    private static final double HATCH = 8;

    private final ChartStyle style;
    private final TextStyle big;
    private final List<String> headline;
    private final Box plot;
    private final List<Consumer<Graphics2D>> shapes = new ArrayList<>();
    private final List<TextMark> texts = new ArrayList<>();

    private AttainmentChart(String headline, int lines) {
        ChartStyle like = ChartStyle.FILLED;
        this.big = new TextStyle(like.sizes().headline(), true, like.inks().text());
        this.headline = TextWrap.lines(headline, big, like.width() - 56, HEADLINE_LINES);
        double top = TOP + (this.headline.size() - 1) * big.lineHeight();
        this.style = like.withHeight((int) Math.max(560, top + LINE * lines + BELOW));
        this.plot = new Box(LEFT, top, RIGHT, top + LINE * lines);
    }

    /** The picture of rows whose groups follow each other. */
    public static Chart of(String name, String headline, String subtitle, List<AttainmentRow> rows) {
        int headings = (int) rows.stream().map(AttainmentRow::group).distinct().count();
        AttainmentChart chart = new AttainmentChart(headline, rows.size() + headings);
        chart.frame(subtitle);
        chart.rows(rows);
        Figure figure = new Figure(
                headline,
                headline + ": " + rows.size() + " shares of patients from 0 to 100 % with 95 % confidence intervals",
                chart.shapes,
                chart.texts);
        return new Chart(name, figure, chart.style);
    }

    private double x(double share) {
        return plot.left() + share * plot.width();
    }

    private void frame(String subtitle) {
        TextStyle quiet =
                new TextStyle(style.sizes().small(), false, style.inks().quiet());
        double width = style.width() - 56;
        for (int i = 0; i < headline.size(); i++) {
            texts.add(TextMark.plain(headline.get(i), 28, 52 + i * big.lineHeight(), big, Anchor.START));
        }
        String line = TextWrap.lines(subtitle, quiet, width, 1).get(0);
        texts.add(TextMark.plain(line, 28, plot.top() - 32, quiet, Anchor.START));
        for (int percent = 0; percent <= 100; percent += 20) {
            double x = x(percent / 100.0);
            texts.add(TextMark.plain(percent + " %", x, plot.bottom() + 28, quiet, Anchor.MIDDLE));
            shapes.add(g -> {
                g.setPaint(PlotDrawing.colour(style.inks().grid()));
                g.setStroke(new BasicStroke(1.2f));
                g.draw(new Line2D.Double(x, plot.top(), x, plot.bottom()));
            });
        }
        texts.add(TextMark.plain(Purpose.NOTICE, 28, style.height() - 20, quiet, Anchor.START));
    }

    private void rows(List<AttainmentRow> rows) {
        TextStyle bold = new TextStyle(style.sizes().small(), true, style.inks().text());
        TextStyle plain =
                new TextStyle(style.sizes().small(), false, style.inks().text());
        String group = "";
        int line = 0;
        for (AttainmentRow row : rows) {
            if (!row.group().equals(group)) {
                group = row.group();
                double y = plot.top() + (line++ + 0.5) * LINE;
                String words =
                        TextWrap.lines(group, bold, style.width() - 56, 1).get(0);
                double end = 28 + bold.width(words) + 8;
                shapes.add(g -> {
                    g.setPaint(PlotDrawing.colour("#FFFFFF"));
                    g.fill(new Rectangle2D.Double(28, y - LINE / 2, end - 28, LINE));
                });
                texts.add(TextMark.plain(words, 28, TextMark.baseline(y, bold.size()), bold, Anchor.START));
            }
            double y = plot.top() + (line++ + 0.5) * LINE;
            String label = TextWrap.lines(row.label(), plain, LEFT - 80, 1).get(0);
            texts.add(TextMark.plain(label, LEFT - 14, TextMark.baseline(y, plain.size()), plain, Anchor.END));
            texts.add(TextMark.plain(
                    Percent.of(row.value()), RIGHT + 24, TextMark.baseline(y, plain.size()), plain, Anchor.START));
            shapes.add(g -> bar(g, row, y));
        }
    }

    private void bar(Graphics2D g, AttainmentRow row, double y) {
        g.setPaint(PlotDrawing.colour(Colours.pale(style.curve(row.look()).colour())));
        Rectangle2D bar = new Rectangle2D.Double(plot.left(), y - THICK / 2, x(row.value()) - plot.left(), THICK);
        if (row.harm()) {
            g.setStroke(new BasicStroke(3));
            for (double x = bar.getMinX() + HATCH; x < bar.getMaxX(); x += HATCH) {
                g.draw(new Line2D.Double(x, bar.getMinY() + 2, x, bar.getMaxY() - 2));
            }
        } else {
            g.fill(bar);
        }
        g.setPaint(PlotDrawing.colour(style.curve(row.look()).colour()));
        g.setStroke(new BasicStroke(2));
        g.draw(bar);
        g.setPaint(PlotDrawing.colour(style.inks().text()));
        g.setStroke(new BasicStroke(3));
        g.draw(new Line2D.Double(x(row.low()), y, x(row.high()), y));
        for (double end : new double[] {row.low(), row.high()}) {
            g.draw(new Line2D.Double(x(end), y - 6, x(end), y + 6));
        }
    }
}
