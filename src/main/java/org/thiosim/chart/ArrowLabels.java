package org.thiosim.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thiosim.chart.Polyline.Point;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.chart.TextMark.Setting;

/** Finds places for the labels of arrows: beside their arrow, off boxes and other labels, on as few arrows as possible. */
final class ArrowLabels {
    private static final int SKIPPED_ENDS = 4;
    private static final double OUTSIDE = 5000;
    private static final double COVERING_TEXT = 2000;
    private static final double ON_OTHER_ARROW = 150;
    private static final double ON_OWN_ARROW = 30;
    private static final double NEARER_TO_ANOTHER = 400;
    private static final double FARTHER_OFF = 6;
    private static final double ROOM = 5;
    private static final double OFF_MIDDLE = 0.4;
    private static final int STEPS = 9;
    private static final double STEP = 8;
    private static final double BROKEN = 25;
    private static final int ROUNDS = 3;

    private final Box box;
    private final List<Box> taken = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    /** @param box what the labels are to stay in */
    ArrowLabels(Box box) {
        this.box = box;
    }

    /** A part of the picture that labels keep off. */
    void take(Box part) {
        taken.add(part);
    }

    /** An arrow that labels had better not cover, of a width in px. */
    void passBy(List<Point> way, double width) {
        ways.add(new Way(way, width / 2));
    }

    /** Points of an arrow and half of its width. */
    private record Way(List<Point> points, double half) {
        /** Distance of a box from the arrow's edge, px; 0 and less where it lies on the arrow. */
        double distance(Box box) {
            double least = Double.POSITIVE_INFINITY;
            for (Point point : points) {
                double dx = Math.max(0, Math.max(box.left() - point.x(), point.x() - box.right()));
                double dy = Math.max(0, Math.max(box.top() - point.y(), point.y() - box.bottom()));
                least = Math.min(least, dx * dx + dy * dy);
            }
            return Math.sqrt(least) - half;
        }

        /** How many points of the arrow a box covers. */
        int covered(Box box) {
            int covered = 0;
            for (Point p : points) {
                boolean within = p.x() > box.left() - half && p.x() < box.right() + half;
                covered += within && p.y() > box.top() - half && p.y() < box.bottom() + half ? 1 : 0;
            }
            return covered;
        }
    }

    /**
     * What is to be written at an arrow.
     *
     * @param carrier the enzyme, may be empty
     * @param way points of the arrow
     * @param beside distance from the arrow's middle, px
     */
    record Request(String carrier, String amount, List<Point> way, double beside, TextStyle ink) {}

    /**
     * Each label at the best point of its arrow, in two lines where one has no room: the best of four orders in which they may
     * choose, those with the least choice first among them.
     */
    List<TextMark> place(List<Request> requests) {
        Map<Request, List<Label>> candidates = new HashMap<>();
        Map<Request, Long> choices = new HashMap<>();
        for (Request request : requests) {
            List<Label> own = candidates(request);
            candidates.put(request, own);
            choices.put(
                    request,
                    own.stream()
                            .filter(c -> cost(c.box, request.way, NEARER_TO_ANOTHER) < NEARER_TO_ANOTHER)
                            .count());
        }
        Comparator<Request> fewest = Comparator.comparingLong(r -> choices.getOrDefault(r, 0L));
        List<Request> reversed = new ArrayList<>(requests);
        Collections.reverse(reversed);
        List<Box> others = List.copyOf(taken);
        Layout best = new Layout(Map.of(), Double.POSITIVE_INFINITY);
        for (List<Request> order : List.of(
                requests.stream().sorted(fewest).toList(),
                requests,
                reversed,
                requests.stream().sorted(fewest.reversed()).toList())) {
            taken.clear();
            taken.addAll(others);
            Layout layout = layout(order, candidates);
            best = layout.cost < best.cost ? layout : best;
        }
        taken.clear();
        taken.addAll(others);
        best.labels.values().forEach(l -> taken.add(l.box.grown(ROOM)));
        return best.labels.values().stream().flatMap(l -> l.marks.stream()).toList();
    }

    /** Labels by request, and what their places cost together. */
    private record Layout(Map<Request, Label> labels, double cost) {}

    /** Each label in turn at the best place that is left, then each again among the others. */
    private Layout layout(List<Request> order, Map<Request, List<Label>> candidates) {
        Map<Request, Label> labels = new LinkedHashMap<>();
        double cost = 0;
        for (int round = 0; round < ROUNDS; round++) {
            cost = 0;
            for (Request request : order) {
                Optional.ofNullable(labels.get(request)).ifPresent(l -> taken.remove(l.box.grown(ROOM)));
                Label label = best(request, candidates.getOrDefault(request, List.of()));
                cost += label.cost + cost(label.box, request.way, Double.POSITIVE_INFINITY);
                taken.add(label.box.grown(ROOM));
                labels.put(request, label);
            }
        }
        return new Layout(labels, cost);
    }

    private Label best(Request request, List<Label> candidates) {
        Label best = candidates.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (Label candidate : candidates) {
            double cost = candidate.cost + cost(candidate.box, request.way, least - candidate.cost);
            if (cost < least) {
                best = candidate;
                least = cost;
            }
        }
        return best;
    }

    private static List<Label> candidates(Request request) {
        int points = request.way.size();
        List<Label> labels = new ArrayList<>();
        for (List<String> lines : forms(request.carrier, request.amount)) {
            for (int i = Math.min(SKIPPED_ENDS, points / 2);
                    i <= Math.max(points - 1 - SKIPPED_ENDS, points / 2);
                    i++) {
                double along = Math.abs(i - points / 2.0) * OFF_MIDDLE + (lines.size() - 1) * BROKEN;
                for (int step = 0; step < STEPS; step++) {
                    for (Anchor anchor : new Anchor[] {Anchor.START, Anchor.END}) {
                        double beside = request.beside + step * STEP;
                        double cost = along + step * FARTHER_OFF;
                        labels.add(Label.of(lines, request.way.get(i), beside, anchor, request.ink, cost));
                    }
                }
            }
        }
        return labels;
    }

    /** Both in one line, and the amount in a second line. */
    private static List<List<String>> forms(String carrier, String amount) {
        return carrier.isEmpty()
                ? List.of(List.of(amount))
                : List.of(List.of(carrier + " " + amount), List.of(carrier, amount));
    }

    /**
     * Lines beside a point.
     *
     * @param box what they cover
     * @param cost what the place costs whatever lies there
     */
    private record Label(List<TextMark> marks, Box box, double cost) {
        static Label of(List<String> lines, Point at, double beside, Anchor anchor, TextStyle ink, double cost) {
            double x = anchor == Anchor.START ? at.x() + beside : at.x() - beside;
            double first = at.y() - (lines.size() - 1) * ink.lineHeight() / 2;
            List<TextMark> marks = new ArrayList<>();
            for (int k = 0; k < lines.size(); k++) {
                double y = TextMark.baseline(first + k * ink.lineHeight(), ink.size());
                marks.add(new TextMark(lines.get(k), x, y, ink, anchor, Setting.RIMMED));
            }
            Box box = marks.get(0).box();
            for (TextMark mark : marks.subList(1, marks.size())) {
                Box line = mark.box();
                box = new Box(
                        Math.min(box.left(), line.left()),
                        Math.min(box.top(), line.top()),
                        Math.max(box.right(), line.right()),
                        Math.max(box.bottom(), line.bottom()));
            }
            return new Label(marks, box, cost);
        }
    }

    /** What lies under or near a text costs; any cost from the limit on where it is at least that. */
    private double cost(Box text, List<Point> own, double limit) {
        double cost = box.grown(10).contains(text) ? 0 : OUTSIDE;
        for (Box other : taken) {
            cost += other.overlaps(text) ? COVERING_TEXT : 0;
        }
        if (cost >= limit) {
            return cost;
        }
        double distance = Double.POSITIVE_INFINITY;
        for (Way way : ways) {
            boolean mine = way.points.equals(own);
            cost += way.covered(text) * (mine ? ON_OWN_ARROW : ON_OTHER_ARROW);
            distance = mine ? way.distance(text) : distance;
        }
        for (Way way : ways) {
            if (cost >= limit) {
                return cost;
            }
            cost += !way.points.equals(own) && way.distance(text) < distance ? NEARER_TO_ANOTHER : 0;
        }
        return cost;
    }
}
