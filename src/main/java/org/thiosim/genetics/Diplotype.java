package org.thiosim.genetics;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two star alleles that a person carries of one gene, kept in ascending order: {@code *3A/*1} equals {@code *1/*3A}.
 *
 * @param first such as {@code *1}
 * @param second such as {@code *3A}
 * @param phased whether it is known which variants lie on the same chromosome; false for two equal alleles
 */
public record Diplotype(Gene gene, String first, String second, boolean phased) {
    private static final Pattern ALLELE = Pattern.compile("\\*([0-9]{1,4})([A-Z]?)");
    private static final Comparator<String> ORDER =
            Comparator.<String>comparingInt(Diplotype::number).thenComparing(Comparator.naturalOrder());

    public Diplotype {
        checkAllele(first);
        checkAllele(second);
        if (ORDER.compare(first, second) > 0) {
            String swapped = first;
            first = second;
            second = swapped;
        }
        phased = phased && !first.equals(second);
    }

    /** An unphased diplotype. */
    public static Diplotype of(Gene gene, String first, String second) {
        return new Diplotype(gene, first, second, false);
    }

    /**
     * Reads a diplotype that names its gene, such as {@code TPMT *1/*3A}.
     *
     * @throws IllegalArgumentException saying what is wrong and how a diplotype is written
     */
    public static Diplotype parse(String text) {
        String found = text.strip();
        int star = found.indexOf('*');
        String symbol = star < 0 ? "" : found.substring(0, star).strip();
        if (symbol.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + found + "' does not name its gene; write for example 'TPMT *1/*3A'");
        }
        return parse(Gene.parse(symbol), found);
    }

    /**
     * Reads a diplotype of a known gene: two alleles with {@code /} between them, or {@code |} where they are phased.
     * Each allele may carry the gene's symbol.
     */
    public static Diplotype parse(Gene gene, String text) {
        String found = text.strip();
        if (found.contains("[") || found.contains("+")) {
            throw new IllegalArgumentException(
                    "'" + found + "' holds a combination of alleles on one chromosome, which has no CPIC function; "
                            + example(gene));
        }
        boolean phased = found.contains("|");
        String[] parts = found.split("[/|]", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("'" + found + "' has " + parts.length + " allele"
                    + (parts.length == 1 ? "" : "s") + ", expected two; " + example(gene));
        }
        return new Diplotype(gene, allele(gene, parts[0]), allele(gene, parts[1]), phased);
    }

    private static String example(Gene gene) {
        return "write for example '" + gene + (gene == Gene.TPMT ? " *1/*3A'" : " *1/*3'");
    }

    private static String allele(Gene gene, String part) {
        String name = part.strip().toUpperCase(Locale.ROOT);
        int star = name.indexOf('*');
        String symbol = star < 0 ? "" : name.substring(0, star).strip();
        if (!symbol.isEmpty() && Gene.parse(symbol) != gene) {
            throw new IllegalArgumentException("'" + part.strip() + "' is an allele of " + symbol + ", not of " + gene);
        }
        String bare = star < 0 ? name : name.substring(star);
        checkAllele(bare);
        return bare;
    }

    static void checkAllele(String name) {
        if (!ALLELE.matcher(name).matches()) {
            String hint = ALLELE.matcher("*" + name).matches() ? "did you mean '*" + name + "'?" : "such as *1 or *3A";
            throw new IllegalArgumentException("'" + name + "' is not a star allele; " + hint);
        }
    }

    private static int number(String allele) {
        Matcher matcher = ALLELE.matcher(allele);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Both alleles, in order. */
    public List<String> alleles() {
        return List.of(first, second);
    }

    /** Without the gene, such as {@code *1/*3A}. */
    public String label() {
        return first + (phased ? "|" : "/") + second;
    }

    /** With the gene, such as {@code TPMT *1/*3A}; {@link #parse(String)} reads it back. */
    @Override
    public String toString() {
        return gene + " " + label();
    }
}
