package org.thiosim.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the mistakes of one read, over every file that takes part in it. */
final class Findings {
    private static final int LONGEST_EXCERPT = 160;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<Finding, Supplier<List<Finding>>> lacks = new HashMap<>();
    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<String, Integer> shifts = new HashMap<>();

    void file(String name, String text) {
        lines.put(name, text.lines().toList());
    }

    /** A text whose first line stands {@code behind} characters further right where it is read than where it was written. */
    void part(String name, String text, int behind) {
        file(name, text);
        shifts.put(name, behind);
    }

    void add(Node node, String message) {
        add(node.getStartMark(), 0, message);
    }

    /** Adds a mistake {@code offset} characters behind the start of a node. */
    void add(Node node, int offset, String message) {
        add(node.getStartMark(), offset, message);
    }

    void add(Optional<Mark> mark, int offset, String message) {
        findings.add(finding(mark, offset, message));
    }

    /**
     * Adds that something is missing.
     *
     * @param instead the mistakes that say the same better, known at the end of the read; this one stands where there is none
     */
    void addLack(Node node, String message, Supplier<List<Finding>> instead) {
        Finding lack = finding(node, message);
        findings.add(lack);
        lacks.put(lack, instead);
    }

    /** The mistakes that concern a key, so that what it lacks need not be said; else the first that says it. */
    List<Finding> about(String key, String lack) {
        List<Finding> own = findings.stream()
                .filter(f -> !f.message().equals(lack))
                .filter(f -> (f.file() + " " + f.message() + " " + f.excerpt())
                        .toLowerCase(Locale.ROOT)
                        .contains(key))
                .toList();
        return own.isEmpty()
                ? findings.stream()
                        .filter(f -> f.message().equals(lack))
                        .limit(1)
                        .toList()
                : own;
    }

    /** A mistake at a node, not yet added. */
    Finding finding(Node node, String message) {
        return finding(node.getStartMark(), 0, message);
    }

    private Finding finding(Optional<Mark> mark, int offset, String message) {
        return mark.map(m -> new Finding(m.getName(), m.getLine() + 1, column(m) + offset, message, excerpt(m)))
                .orElseGet(() -> new Finding("", 0, 0, message, ""));
    }

    private Stream<Finding> best(Finding finding) {
        List<Finding> instead =
                Optional.ofNullable(lacks.get(finding)).map(Supplier::get).orElse(List.of());
        return instead.isEmpty() ? Stream.of(finding) : instead.stream();
    }

    void add(String file, String message) {
        findings.add(new Finding(file, 0, 0, message, ""));
    }

    private int column(Mark mark) {
        int shift = mark.getLine() == 0 ? shifts.getOrDefault(mark.getName(), 0) : 0;
        return Math.max(1, mark.getColumn() + 1 - shift);
    }

    private String excerpt(Mark mark) {
        List<String> text = lines.getOrDefault(mark.getName(), List.of());
        String line = mark.getLine() < text.size() ? text.get(mark.getLine()) : "";
        return line.length() > LONGEST_EXCERPT ? line.substring(0, LONGEST_EXCERPT) + "…" : line;
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    int count() {
        return findings.size();
    }

    /** Ends a read: throws all mistakes at once, in the order of the files. */
    void throwAny() {
        if (!findings.isEmpty()) {
            List<Finding> sorted = new ArrayList<>(
                    findings.stream().flatMap(this::best).distinct().toList());
            sorted.sort(Comparator.comparing(Finding::file)
                    .thenComparingInt(Finding::line)
                    .thenComparingInt(Finding::column));
            throw new InputException(sorted);
        }
    }
}
