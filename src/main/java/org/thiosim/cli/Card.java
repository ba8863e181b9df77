package org.thiosim.cli;

import java.io.PrintWriter;
import java.util.List;

/**
 * A name with lines of text below it, no line wider than {@value #WIDTH} columns.
 *
 * @param name what it is about
 * @param lines one fact each; empty ones are left out
 */
record Card(String name, List<String> lines) {
    /** The widest line. */
    static final int WIDTH = 100;

    private static final String INDENT = "    ";
    private static final String HANGING = "      ";

    Card {
        lines = List.copyOf(lines);
    }

    void print(PrintWriter out) {
        out.println(name);
        lines.stream().filter(l -> !l.isEmpty()).forEach(l -> wrap(out, l));
    }

    private static void wrap(PrintWriter out, String text) {
        StringBuilder line = new StringBuilder(INDENT);
        String gap = "";
        for (String word : text.split(" ")) {
            if (line.length() + gap.length() + word.length() > WIDTH && !gap.isEmpty()) {
                out.println(line);
                line = new StringBuilder(HANGING);
                gap = "";
            }
            line.append(gap).append(word);
            gap = " ";
        }
        out.println(line);
    }
}
