package org.thiosim.cli;

import java.io.PrintWriter;
import java.util.List;

/** Columns of text. */
final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {}

    /** Prints numbers to the right of a first column of names. */
    static void print(PrintWriter out, List<List<String>> rows) {
        print(out, rows, false);
    }

    /** Prints words, every column to the left. */
    static void printLeft(PrintWriter out, List<List<String>> rows) {
        print(out, rows, true);
    }

    private static void print(PrintWriter out, List<List<String>> rows, boolean left) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        rows.forEach(r -> {
            for (int c = 0; c < r.size(); c++) {
                widths[c] = Math.max(widths[c], r.get(c).length());
            }
        });
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                String padding = " ".repeat(widths[c] - row.get(c).length());
                line.append(c == 0 ? "" : GAP).append(left || c == 0 ? row.get(c) + padding : padding + row.get(c));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
