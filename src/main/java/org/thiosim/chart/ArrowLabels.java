package org.thiosim.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thiosim.chart.Polyline.Point;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.chart.TextMark.Setting;

/** Finds places for the labels of arrows: beside their arrow, off boxes and other labels, on as few arrows as possible. */
final class ArrowLabels {
    private static final int SKIPPED_ENDS = 4;
    private static final double OUTSIDE = 5000;
    private static final double COVERING_TEXT = 2000;
    private static final double ON_OTHER_ARROW = 150;
    private static final double ON_OWN_ARROW = 45;
    private static final double NEARER_TO_ANOTHER = 1000;
    private static final double HARDLY_NEARER = 200;
    private static final double MARGIN = 4;
    private static final double FARTHER_OFF = 4;
    private static final double ROOM = 5;
    private static final double OFF_MIDDLE = 0.4;
    private static final int STEPS = 14;
    private static final double STEP = 5;
    private static final double BROKEN = 25;
    private static final double SMALLER = 60;
    private static final double SMALL = 16;
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
        ways.add(Way.of(way, width));
    }

    /** Points of an arrow, half of its width and what box it fills. */
    record Way(List<Point> points, double half, Box bounds) {
        static Way of(List<Point> points, double width) {
            Box bounds = new Box(
                    points.stream().mapToDouble(Point::x).min().orElse(0),
                    points.stream().mapToDouble(Point::y).min().orElse(0),
                    points.stream().mapToDouble(Point::x).max().orElse(0),
                    points.stream().mapToDouble(Point::y).max().orElse(0));
            return new Way(points, width / 2, bounds.grown(width / 2));
        }

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
     * Each label at the best point of its arrow, in several lines or smaller letters where one line has no room: the best of
     * four orders in which they may choose, those with the least choice first among them.
     */
    Map<Request, Label> place(List<Request> requests) {
        Map<Request, List<Label>> candidates = new HashMap<>();
        Map<Request, Long> choices = new HashMap<>();
        for (Request request : requests) {
            List<Label> own = candidates(request);
            candidates.put(request, own);
            choices.put(
                    request,
                    own.stream().filter(c -> c.cost < NEARER_TO_ANOTHER).count());
        }
        Comparator<Request> fewest = Comparator.comparingLong(r -> choices.getOrDefault(r, 0L));
        List<Request> reversed = new ArrayList<>(requests);
        Collections.reverse(reversed);
        Layout best = new Layout(Map.of(), Double.POSITIVE_INFINITY);
        for (List<Request> order : List.of(
                requests.stream().sorted(fewest).toList(),
                requests,
                reversed,
                requests.stream().sorted(fewest.reversed()).toList())) {
            Layout layout = layout(order, candidates);
            best = layout.cost < best.cost ? layout : best;
        }
        best.labels.values().forEach(l -> taken.add(l.box.grown(ROOM)));
        return best.labels;
    }

    /** Labels by request, and what their places cost together. */
    private record Layout(Map<Request, Label> labels, double cost) {}

    /** Each label in turn at the best place that is left, then each again among the others. */
    private static Layout layout(List<Request> order, Map<Request, List<Label>> candidates) {
        Map<Request, Label> labels = new LinkedHashMap<>();
        double cost = 0;
        for (int round = 0; round < ROUNDS; round++) {
            cost = 0;
            for (Request request : order) {
                labels.remove(request);
                List<Box> others =
                        labels.values().stream().map(l -> l.box.grown(ROOM)).toList();
                Label label = best(candidates.getOrDefault(request, List.of()), others);
                cost += label.cost(others);
                labels.put(request, label);
            }
        }
        return new Layout(labels, cost);
    }

    /** The cheapest among other labels; the candidates are ordered by what they cost without them. */
    private static Label best(List<Label> candidates, List<Box> others) {
        Label best = candidates.get(0);
        double least = best.cost(others);
        for (Label candidate : candidates) {
            if (candidate.cost >= least) {
                break;
            }
            double cost = candidate.cost(others);
            if (cost < least) {
                best = candidate;
                least = cost;
            }
        }
        return best;
    }

    /** All places for a label, the cheapest first. */
    private List<Label> candidates(Request request) {
        int points = request.way.size();
        List<Label> labels = new ArrayList<>();
        for (Form form : forms(request)) {
            for (int i = Math.min(SKIPPED_ENDS, points / 2);
                    i <= Math.max(points - 1 - SKIPPED_ENDS, points / 2);
                    i++) {
                double along = Math.abs(i - points / 2.0) * OFF_MIDDLE + form.cost;
                for (int step = 0; step < STEPS; step++) {
                    for (Anchor anchor : new Anchor[] {Anchor.START, Anchor.END}) {
                        double beside = request.beside + step * STEP;
                        double cost = along + step * FARTHER_OFF;
                        Label label = Label.of(form, request.way.get(i), beside, anchor);
                        labels.add(label.at(cost + cost(label.box, request.way)));
                    }
                }
            }
        }
        labels.sort(Comparator.comparingDouble(Label::cost));
        return labels;
    }

    /** A way to write a label. */
    private record Form(List<String> lines, TextStyle ink, double cost) {}

    /** In one line, in two, word by word, and each of these in smaller letters. */
    private static List<Form> forms(Request request) {
        String all = (request.carrier + " " + request.amount).strip();
        Set<List<String>> ways = new LinkedHashSet<>();
        ways.add(List.of(all));
        if (!request.carrier.isEmpty() && !request.amount.isEmpty()) {
            ways.add(List.of(request.carrier, request.amount));
            List<String> words = new ArrayList<>(List.of(request.carrier.split(" ")));
            words.add(request.amount);
            ways.add(words);
        }
        List<Form> forms = new ArrayList<>();
        for (List<String> lines : ways) {
            double cost = (lines.size() - 1) * BROKEN;
            forms.add(new Form(lines, request.ink, cost));
            forms.add(new Form(lines, request.ink.withSize(SMALL), cost + SMALLER));
        }
        return forms;
    }

    /**
     * Lines beside a point.
     *
     * @param box what they cover
     * @param cost what the place costs without other labels
     */
    record Label(List<TextMark> marks, Box box, double cost) {
        Label at(double price) {
            return new Label(marks, box, price);
        }

        /** What the place costs among other labels. */
        double cost(List<Box> others) {
            return cost + COVERING_TEXT * others.stream().filter(box::overlaps).count();
        }

        static Label of(Form form, Point at, double beside, Anchor anchor) {
            List<String> lines = form.lines;
            TextStyle ink = form.ink;
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
            return new Label(marks, box, form.cost);
        }
    }

    /** What the arrows, boxes and border under or near a text cost. */
    private double cost(Box text, List<Point> own) {
        double cost = box.grown(4).contains(text) ? 0 : OUTSIDE;
        for (Box other : taken) {
            cost += other.overlaps(text) ? COVERING_TEXT : 0;
        }
        double distance = Double.POSITIVE_INFINITY;
        for (Way way : ways) {
            if (way.points.equals(own)) {
                cost += way.covered(text) * ON_OWN_ARROW;
                distance = way.distance(text);
            }
        }
        double nearest = Double.POSITIVE_INFINITY;
        Box about = text.grown(Math.max(0, distance) + MARGIN);
        for (Way way : ways) {
            if (way.bounds.overlaps(about) && !way.points.equals(own)) {
                cost += way.covered(text) * ON_OTHER_ARROW;
                nearest = Math.min(nearest, way.distance(text));
            }
        }
        return cost + (nearest < distance ? NEARER_TO_ANOTHER : nearest < distance + MARGIN ? HARDLY_NEARER : 0);
    }
}
