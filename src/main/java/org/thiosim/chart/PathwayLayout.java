package org.thiosim.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.simulation.Purpose;

/** Lays out a pathway: the same graph for both arms, side by side; arrows as wide as the root of the flow. */
final class PathwayLayout {
    private static final double MARGIN = 12;
    private static final int HEIGHT = 1000;
    private static final int NOTICE_LINES = 12;
    private static final int SPARED_LINES = 2;
    private static final double SMALLEST_TEXT = 16;

    private final PathwayPanel panel;
    private final ChartStyle style;
    private final FlowWords words;
    private final PathwaySizes sizes;
    private final List<PathwayArm> arms = new ArrayList<>();
    private final List<TextMark> texts = new ArrayList<>();
    private final List<Consumer<Graphics2D>> shapes = new ArrayList<>();

    private PathwayLayout(PathwayPanel panel, ChartStyle style) {
        this.panel = panel;
        this.style = style;
        this.words = new FlowWords(panel);
        this.sizes = new PathwaySizes(words, style);
    }

    /** A style as high as labels of legible size and the lines of the notice ask for. */
    static ChartStyle sized(PathwayPanel panel, ChartStyle style) {
        PathwayLayout layout = new PathwayLayout(panel, style);
        double more =
                layout.caution().lineHeight() * Math.max(0, layout.notice().size() - SPARED_LINES);
        return style.withHeight((int) (HEIGHT + more));
    }

    private TextStyle caution() {
        return new TextStyle(18, false, style.inks().text());
    }

    private List<String> notice() {
        return panel.notice()
                .map(n -> TextWrap.paragraphs(n, caution(), style.width() - 2 * MARGIN, NOTICE_LINES))
                .orElse(List.of());
    }

    static Figure figure(PathwayPanel panel, ChartStyle style) {
        return new PathwayLayout(panel, style).figure();
    }

    /** Both arms as drawn. */
    static List<PathwayArm> arms(PathwayPanel panel, ChartStyle style) {
        PathwayLayout layout = new PathwayLayout(panel, style);
        layout.figure();
        return List.copyOf(layout.arms);
    }

    private Figure figure() {
        TextStyle headline = new TextStyle(30, true, style.inks().text());
        TextStyle quiet = new TextStyle(20, false, style.inks().quiet());
        double full = style.width() - 2 * MARGIN;
        double y = lines(panel.title(), headline, MARGIN, 12, full, 2);
        y = lines(words.legend(), quiet, MARGIN, y, full, 3);
        double bottom = style.height() - MARGIN / 2 - sizes.small().lineHeight();
        lines(Purpose.NOTICE, new TextStyle(20, false, quiet.colour()), MARGIN, bottom - 4, full, 1);
        bottom -= notice().size() * caution().lineHeight();
        lines(panel.notice().orElse(""), caution(), MARGIN, bottom - 4, full, NOTICE_LINES);
        double half = (style.width() - 3 * MARGIN) / 2;
        FlowLayers layers = FlowLayers.of(panel.graph(), half, sizes::room, sizes::besides);
        for (int arm = 0; arm < 2; arm++) {
            double left = MARGIN + arm * (half + MARGIN);
            TextStyle name = new TextStyle(23, true, style.curve(arm).textColour());
            double top = lines(panel.arms().get(arm), name, left, y + 8, half, 1);
            String takes = panel.takes().get(arm);
            lines(takes, quiet.fitting(takes, half, SMALLEST_TEXT), left, top, half, 1);
            top += quiet.lineHeight();
            Box box = new Box(left, top + 10, left + half, bottom - 16);
            PathwayArm drawn = new PathwayArm(arm, words, sizes, style.inks(), layers, box);
            arms.add(drawn);
            shapes.addAll(drawn.shapes());
            texts.addAll(drawn.texts());
        }
        return new Figure("Pathway: " + panel.title(), words.description(), shapes, texts);
    }

    private double lines(String words, TextStyle ink, double x, double top, double width, int most) {
        double y = top;
        for (String line : TextWrap.paragraphs(words, ink, width, most)) {
            double middle = y + ink.lineHeight() / 2;
            texts.add(TextMark.plain(line, x, TextMark.baseline(middle, ink.size()), ink, Anchor.START));
            y += ink.lineHeight();
        }
        return y;
    }
}
