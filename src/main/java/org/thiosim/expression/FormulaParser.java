package org.thiosim.expression;

import java.util.ArrayList;
import java.util.List;
import org.thiosim.units.Suggestion;
import org.thiosim.units.Unit;

/** Reads tokens by recursive descent. */
final class FormulaParser {

    private static final int MOST_TOKENS = 1_000;
    private static final int DEEPEST = 200;

    private final String text;
    private List<Token> tokens = List.of();
    private int at;
    private int depth;

    FormulaParser(String text) {
        this.text = text;
    }

    Expression parse() {
        if (text.isBlank()) {
            throw new FormulaException(0, "the formula is empty; write for example '0.5 1/h * weight / 70 kg'");
        }
        tokens = new FormulaLexer(text).tokens();
        if (tokens.size() - 1 > MOST_TOKENS) {
            throw new FormulaException(
                    tokens.get(MOST_TOKENS).start(),
                    "the formula has " + (tokens.size() - 1) + " numbers, names and marks; at most " + MOST_TOKENS
                            + " are read, so split it into named formulas");
        }
        Expression e = sum();
        if (peek().kind() != Token.Kind.END) {
            throw trailing();
        }
        return e;
    }

    private Expression sum() {
        enter();
        Expression left = product();
        while (peek().is("+") || peek().is("-")) {
            Operator operator = take().is("+") ? Operator.PLUS : Operator.MINUS;
            left = new Binary(operator, left, product());
        }
        depth--;
        return left;
    }

    private Expression product() {
        Expression left = unary();
        while (peek().is("*") || peek().is("/")) {
            Operator operator = take().is("*") ? Operator.TIMES : Operator.DIVIDE;
            left = new Binary(operator, left, unary());
        }
        return left;
    }

    private Expression unary() {
        if (!peek().is("-")) {
            return power();
        }
        enter();
        take();
        Expression negated = new Negation(unary());
        depth--;
        return negated;
    }

    private Expression power() {
        Expression base = primary();
        if (!peek().is("^")) {
            return base;
        }
        enter();
        take();
        Expression power = new Binary(Operator.POWER, base, unary());
        depth--;
        return power;
    }

    private Expression primary() {
        Token token = take();
        if (token.literal().isPresent()) {
            return token.literal().get();
        }
        if (token.kind() == Token.Kind.REFERENCE) {
            return new Reference(token.text());
        }
        if (token.kind() == Token.Kind.NAME) {
            return peek().is("(") ? call(token) : name(token);
        }
        if (token.is("(")) {
            Expression inner = sum();
            close(token);
            return inner;
        }
        throw missingOperand(token);
    }

    private static Expression name(Token token) {
        var function = FormulaFunction.named(token.text());
        if (function.isPresent()) {
            throw new FormulaException(
                    token.start(),
                    "'" + token.text() + "' is a function; write "
                            + function.get().usage());
        }
        return new Symbol(token.text());
    }

    private Expression call(Token name) {
        FormulaFunction function = FormulaFunction.named(name.text()).orElseThrow(() -> unknownFunction(name));
        Token open = take();
        List<Expression> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            arguments.add(sum());
            while (peek().is(",")) {
                take();
                arguments.add(sum());
            }
        }
        close(open);
        if (!function.accepts(arguments.size())) {
            throw new FormulaException(
                    name.start(),
                    "'" + name.text() + "' got " + arguments.size() + " argument" + (arguments.size() == 1 ? "" : "s")
                            + "; write " + function.usage());
        }
        return new Call(function, arguments);
    }

    private static FormulaException unknownFunction(Token name) {
        String help = Suggestion.nearest(name.text(), FormulaFunction.names())
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> "functions are " + String.join(", ", FormulaFunction.names())
                        + "; to multiply, write '" + name.text() + " * ('");
        return new FormulaException(name.start(), "unknown function '" + name.text() + "'; " + help);
    }

    private void close(Token open) {
        if (peek().is(")")) {
            take();
        } else if (peek().kind() == Token.Kind.END) {
            throw new FormulaException(open.start(), "this '(' has no matching ')'");
        } else {
            throw trailing();
        }
    }

    private FormulaException trailing() {
        Token found = peek();
        Token before = tokens.get(at - 1);
        String shown = shown(found);
        if (found.is(")")) {
            return new FormulaException(found.start(), "this ')' has no matching '('");
        }
        if (found.is(",")) {
            return new FormulaException(found.start(), "unexpected ','; commas separate the arguments of a function");
        }
        boolean unitWanted = before.kind() == Token.Kind.NUMBER && found.kind() == Token.Kind.NAME;
        String problem = unitWanted ? "'" + shown + "' is not a unit" : "expected an operator before '" + shown + "'";
        String help = unitWanted
                ? Suggestion.nearest(shown, Unit.symbols())
                        .map(near -> "; did you mean '" + near + "'? To multiply, write '")
                        .orElse("; to multiply, write '")
                : "; to multiply, write '";
        String product = before.is(")") || found.is("(") ? "*" : shown(before) + " * " + shown;
        return new FormulaException(found.start(), problem + help + product + "'");
    }

    private static FormulaException missingOperand(Token found) {
        String where = found.kind() == Token.Kind.END ? "at the end" : "before '" + found.text() + "'";
        return new FormulaException(found.start(), "a number, name or '(' is missing " + where);
    }

    private static String shown(Token token) {
        return token.kind() == Token.Kind.REFERENCE ? "[" + token.text() + "]" : token.text();
    }

    private void enter() {
        depth++;
        if (depth > DEEPEST) {
            throw new FormulaException(peek().start(), "the formula is nested more than " + DEEPEST + " deep");
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }
}
