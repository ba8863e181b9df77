package org.thiosim.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thiosim.units.Unit;
import org.thiosim.units.UnitException;

/** Finds a number, with its unit if one follows, at a place in formula text. */
final class QuantityLiteral {

    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern GLUED = Pattern.compile("[\\p{L}_%][\\p{L}0-9_^/%-]*");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern WORD = Pattern.compile("(?:[\\p{L}0-9%/*·.×²³⁰¹⁴-⁹⁻⁺]|\\^-?)+");
    private static final Pattern UNIT_START = Pattern.compile("[\\p{L}%]|[0-9][^ ]*/");
    private static final Pattern OPEN_END = Pattern.compile(".*/[0-9.]+(?:[eE][0-9]+|[x×]10(?:\\^[0-9]+|[⁰¹²³⁴-⁹]+))?");
    private static final Pattern QUALIFIER = Pattern.compile("(?:RBC|Hb|DNA)(?:[/*·].*)?");
    private static final Pattern JOINT = Pattern.compile("[/*·^ ]");

    private QuantityLiteral() {}

    static Optional<Token> at(String text, int start) {
        Matcher number = NUMBER.matcher(text).region(start, text.length());
        if (!number.lookingAt()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(number.group());
        if (Double.isInfinite(value)) {
            throw new FormulaException(start, "the number " + number.group() + " is too large");
        }
        Matcher glued = GLUED.matcher(text).region(number.end(), text.length());
        if (glued.lookingAt()) {
            String rest = glued.group();
            throw new FormulaException(
                    number.end(),
                    "unexpected '" + rest + "' after " + number.group() + "; write '" + number.group() + " " + rest
                            + "' for a quantity with a unit or '" + number.group() + " * " + rest + "' for a product");
        }
        Matcher blanks = BLANKS.matcher(text).region(number.end(), text.length());
        if (blanks.lookingAt()) {
            for (int end : unitEnds(text, blanks.end())) {
                Optional<Unit> unit = unit(text.substring(blanks.end(), end));
                if (unit.isPresent()) {
                    return Optional.of(token(text.substring(start, end), start, value, unit.get()));
                }
            }
        }
        return Optional.of(token(number.group(), start, value, Unit.ONE));
    }

    private static Token token(String literal, int start, double value, Unit unit) {
        double canonical = unit.toCanonical(value);
        if (Double.isInfinite(canonical)) {
            throw new FormulaException(start, "the quantity " + literal + " is too large");
        }
        Constant constant = new Constant(canonical, unit.dimension(), literal);
        return new Token(Token.Kind.NUMBER, literal, start, Optional.of(constant));
    }

    /** Where a unit that starts here may end, the longest first. */
    private static List<Integer> unitEnds(String text, int start) {
        List<Integer> ends = new ArrayList<>();
        Matcher first = UNIT_START.matcher(text).region(start, text.length());
        if (!first.lookingAt()) {
            return ends;
        }
        int end = wordEnd(text, start);
        for (int next = continuation(text, start, end); next > end; next = continuation(text, start, end)) {
            end = next;
        }
        ends.add(end);
        for (int i = end - 1; i > start; i--) {
            if (JOINT.matcher(text.substring(i, i + 1)).matches()
                    && !text.substring(start, i).isBlank()) {
                ends.add(i);
            }
        }
        return ends;
    }

    /** The end of the following word if it can belong to the unit so far, else the same end. */
    private static int continuation(String text, int start, int end) {
        Matcher blanks = BLANKS.matcher(text).region(end, text.length());
        if (!blanks.lookingAt()) {
            return end;
        }
        int next = wordEnd(text, blanks.end());
        String word = text.substring(blanks.end(), next);
        boolean open = OPEN_END.matcher(text.substring(start, end)).matches();
        boolean completes = open && !word.isEmpty() && Character.isLetter(word.charAt(0));
        return completes || QUALIFIER.matcher(word).matches() ? next : end;
    }

    private static int wordEnd(String text, int start) {
        Matcher word = WORD.matcher(text).region(start, text.length());
        return word.lookingAt() ? word.end() : start;
    }

    private static Optional<Unit> unit(String text) {
        boolean number = text.chars().noneMatch(c -> Character.isLetter(c) || c == '%');
        if (number || Character.isWhitespace(text.charAt(text.length() - 1))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Unit.parse(text));
        } catch (UnitException e) {
            return Optional.empty();
        }
    }
}
