package org.thiosim.chart;

import java.util.ArrayList;
import java.util.List;
import org.thiosim.chart.Polyline.Point;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.chart.TextMark.Setting;

/** Finds places for the labels of arrows: beside their arrow, off boxes and other labels, on as few arrows as possible. */
final class ArrowLabels {
    private static final int SKIPPED_ENDS = 4;
    private static final double OUTSIDE = 5000;
    private static final double COVERING_TEXT = 2000;
    private static final double ON_OTHER_ARROW = 20;
    private static final double ON_OWN_ARROW = 6;
    private static final double OFF_MIDDLE = 0.4;

    private final Box box;
    private final List<Box> taken = new ArrayList<>();
    private final List<Point> ways = new ArrayList<>();

    /** @param box what the labels are to stay in */
    ArrowLabels(Box box) {
        this.box = box;
    }

    /** A part of the picture that labels keep off. */
    void take(Box part) {
        taken.add(part);
    }

    /** Points of an arrow that labels had better not cover. */
    void passBy(List<Point> way) {
        ways.addAll(way);
    }

    /**
     * The label at the best point of its arrow.
     *
     * @param beside distance from the arrow's middle, px
     */
    TextMark place(String words, List<Point> way, double beside, TextStyle ink) {
        TextMark best = mark(words, way.get(way.size() / 2), beside, Anchor.START, ink);
        double least = Double.POSITIVE_INFINITY;
        for (int i = SKIPPED_ENDS; i < way.size() - SKIPPED_ENDS; i++) {
            for (Anchor anchor : new Anchor[] {Anchor.START, Anchor.END}) {
                TextMark candidate = mark(words, way.get(i), beside, anchor, ink);
                double cost = cost(candidate.box(), way) + Math.abs(i - way.size() / 2.0) * OFF_MIDDLE;
                if (cost < least) {
                    least = cost;
                    best = candidate;
                }
            }
        }
        taken.add(best.box().grown(1));
        return best;
    }

    private static TextMark mark(String words, Point at, double beside, Anchor anchor, TextStyle ink) {
        double x = anchor == Anchor.START ? at.x() + beside : at.x() - beside;
        return new TextMark(words, x, TextMark.baseline(at.y(), ink.size()), ink, anchor, Setting.RIMMED);
    }

    private double cost(Box text, List<Point> own) {
        double cost = box.grown(10).contains(text) ? 0 : OUTSIDE;
        for (Box other : taken) {
            cost += other.overlaps(text) ? COVERING_TEXT : 0;
        }
        for (Point point : ways) {
            if (point.x() > text.left()
                    && point.x() < text.right()
                    && point.y() > text.top()
                    && point.y() < text.bottom()) {
                cost += own.contains(point) ? ON_OWN_ARROW : ON_OTHER_ARROW;
            }
        }
        return cost;
    }
}
