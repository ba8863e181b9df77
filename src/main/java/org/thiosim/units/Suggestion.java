package org.thiosim.units;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The allowed word that someone most likely meant. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * The allowed word nearest to the one found, if within max(1, length / 3) insertions, deletions, replacements or
     * swaps of neighbours, ignoring case; equally near words are ranked by case, then alphabetically.
     */
    public static Optional<String> nearest(String found, Collection<String> allowed) {
        String wanted = found.toLowerCase(Locale.ROOT);
        int limit = Math.min(Math.max(1, found.length() / 3), found.length() - 1);
        return allowed.stream()
                .filter(word -> distance(wanted, word.toLowerCase(Locale.ROOT)) <= limit)
                .min(Comparator.<String>comparingInt(word -> distance(wanted, word.toLowerCase(Locale.ROOT)))
                        .thenComparingInt(word -> distance(found, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Optimal string alignment distance. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
