package org.thiosim.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;

/** Reads one unit text from left to right, multiplying exact decimal factors and dividing once at the end. */
final class UnitParser {

    private static final Set<BigDecimal> CELL_COUNTS =
            Set.of(BigDecimal.TEN.pow(6), BigDecimal.TEN.pow(9), BigDecimal.TEN.pow(12));
    private static final Set<String> COUNTED = Set.of("RBC", "cell", "cells");
    private static final String EXAMPLES = "for example '1/h', 'mg/m^2' or 'pmol/8e8 RBC', or '1' when dimensionless";

    private final String text;
    private int at;
    private BigDecimal above = BigDecimal.ONE;
    private BigDecimal below = BigDecimal.ONE;
    private Dimension dimension = Dimension.NONE;

    UnitParser(String text) {
        this.text = text;
    }

    Unit parse() {
        skipBlanks();
        if (atEnd()) {
            throw new UnitException(0, "the unit is empty; write " + EXAMPLES);
        }
        term(1, "");
        for (skipBlanks(); !atEnd(); skipBlanks()) {
            char joint = text.charAt(at);
            if (joint != '/' && joint != '*' && joint != '·') {
                throw new UnitException(
                        at, "unexpected '" + text.substring(at).strip() + "' in unit; join units by '/' or '*'");
            }
            at++;
            term(joint == '/' ? -1 : 1, String.valueOf(joint));
        }
        double factor = above.divide(below, MathContext.DECIMAL128).doubleValue();
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new UnitException(0, "the unit '" + text.strip() + "' is beyond the range of numbers");
        }
        return new Unit(text.strip(), factor, dimension);
    }

    private void term(int sign, String joint) {
        skipBlanks();
        if (atEnd()) {
            throw new UnitException(at, "a unit is missing after '" + joint + "'");
        }
        int start = at;
        Optional<Numeral> numeral = Numeral.at(text, at);
        if (numeral.isEmpty()) {
            symbol(sign);
            return;
        }
        BigDecimal value = numeral.get().value();
        at = numeral.get().end();
        String number = text.substring(start, at);
        if (value.signum() == 0) {
            throw new UnitException(start, "a unit cannot contain the number 0");
        }
        skipBlanks();
        String next = word(at);
        if (next.isEmpty()) {
            bareNumber(value, number, start, sign);
        } else if (sign < 0 || COUNTED.contains(next)) {
            multiply(value, BigDecimal.ONE, Dimension.NONE, sign);
            symbol(sign);
        } else {
            throw new UnitException(
                    start,
                    "unexpected number '" + number + "' before '" + next
                            + "'; in a unit a number may stand before RBC or cells, or in a denominator");
        }
    }

    private void bareNumber(BigDecimal value, String number, int start, int sign) {
        boolean first = sign > 0 && text.substring(0, start).isBlank();
        if (first && CELL_COUNTS.stream().anyMatch(c -> c.compareTo(value) == 0)) {
            multiply(value.scaleByPowerOfTen(-9), BigDecimal.ONE, Dimension.CELLS, sign);
        } else if (!first || value.compareTo(BigDecimal.ONE) != 0) {
            throw new UnitException(start, "the number '" + number + "' is not a unit; write " + EXAMPLES);
        }
    }

    private void symbol(int sign) {
        int start = at;
        String word = word(at);
        if (word.isEmpty()) {
            throw new UnitException(at, "unexpected '" + text.charAt(at) + "'; a unit starts here, " + EXAMPLES);
        }
        at += word.length();
        boolean powered = word.length() > 1 && "23".indexOf(word.charAt(word.length() - 1)) >= 0;
        if (powered) {
            String base = word.substring(0, word.length() - 1);
            Optional<UnitTable.Entry> length =
                    UnitTable.find(base).filter(e -> e.dimension().equals(Dimension.LENGTH));
            if (length.isPresent()) {
                multiply(length.get(), sign * (word.charAt(word.length() - 1) - '0'));
                return;
            }
        }
        UnitTable.Entry entry = UnitTable.find(word).orElseThrow(() -> unknown(word, start));
        entry = qualified(entry);
        multiply(entry, sign * exponent());
    }

    /** Reads {@code RBC} after a volume, {@code Hb} after an amount and {@code DNA} after a mass. */
    private UnitTable.Entry qualified(UnitTable.Entry entry) {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        String word = next > at ? word(next) : "";
        boolean haemoglobin = entry.dimension().equals(Dimension.AMOUNT) && word.equals("Hb");
        boolean plain = (entry.dimension().equals(Dimension.VOLUME) && word.equals("RBC"))
                || (entry.dimension().equals(Dimension.MASS) && word.equals("DNA"));
        if (!haemoglobin && !plain) {
            return entry;
        }
        at = next + word.length();
        return haemoglobin ? new UnitTable.Entry(entry.numerator(), entry.denominator(), Dimension.HAEMOGLOBIN) : entry;
    }

    private int exponent() {
        int start = at;
        if (atEnd()) {
            return 1;
        }
        String digits;
        if (text.charAt(at) == '^') {
            at++;
            int from = at;
            while (!atEnd() && (isDigit(text.charAt(at)) || (at == from && text.charAt(at) == '-'))) {
                at++;
            }
            digits = text.substring(from, at);
        } else if (Numeral.isSuperscript(text.charAt(at))) {
            while (!atEnd() && Numeral.isSuperscript(text.charAt(at))) {
                at++;
            }
            digits = Numeral.plainDigits(text.substring(start, at));
        } else {
            return 1;
        }
        if (!digits.matches("[+-]?[1-9]")) {
            throw new UnitException(
                    start,
                    "'" + text.substring(start, at) + "' is not an exponent; write one from ^1 to ^9 or ^-1 to ^-9");
        }
        return Integer.parseInt(digits);
    }

    private void multiply(UnitTable.Entry entry, int exponent) {
        for (int i = 0; i < Math.abs(exponent); i++) {
            multiply(entry.numerator(), entry.denominator(), entry.dimension(), Integer.signum(exponent));
        }
    }

    private void multiply(BigDecimal numerator, BigDecimal denominator, Dimension by, int sign) {
        above = above.multiply(sign > 0 ? numerator : denominator);
        below = below.multiply(sign > 0 ? denominator : numerator);
        dimension = sign > 0 ? dimension.times(by) : dimension.over(by);
    }

    private static UnitException unknown(String word, int start) {
        if (word.matches("(?i)mo|months?|mths?")) {
            return new UnitException(
                    start, "a month has no fixed length; write days or weeks, such as 13 wk for three months");
        }
        String help = Suggestion.nearest(word, UnitTable.symbols())
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; such as h, d, wk, kg, mg, µg, ng, L, mL, µmol, nmol, pmol, m^2, %");
        return new UnitException(start, "unknown unit '" + word + "'" + help);
    }

    private String word(int start) {
        int end = start;
        if (end < text.length() && text.charAt(end) == '%') {
            return "%";
        }
        while (end < text.length()
                && (Character.isLetter(text.charAt(end)) || (end > start && isDigit(text.charAt(end))))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private void skipBlanks() {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
