package org.thiosim.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts formula text into tokens. */
final class FormulaLexer {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_](?:[A-Za-z0-9_]|-(?=[A-Za-z0-9]))*");
    private static final String MARKS = "+-*/^(),";

    private final String text;

    FormulaLexer(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            Token token = next(at);
            tokens.add(token);
            at += token.text().length() + (token.kind() == Token.Kind.REFERENCE ? 2 : 0);
        }
        tokens.add(new Token(Token.Kind.END, "", text.length()));
        return tokens.stream().map(FormulaLexer::trimmed).toList();
    }

    private Token next(int at) {
        char c = text.charAt(at);
        if (MARKS.indexOf(c) >= 0) {
            return new Token(Token.Kind.MARK, String.valueOf(c), at);
        }
        if (c == '[') {
            return reference(at);
        }
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (name.lookingAt()) {
            return new Token(Token.Kind.NAME, name.group(), at);
        }
        return QuantityLiteral.at(text, at)
                .orElseThrow(() -> new FormulaException(
                        at,
                        "unexpected '" + Character.toString(text.codePointAt(at))
                                + "'; a formula holds numbers, names, [observables], + - * / ^, parentheses and the"
                                + " functions " + String.join(", ", FormulaFunction.names())));
    }

    private Token reference(int at) {
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw new FormulaException(at, "missing ']' after '['");
        }
        String name = text.substring(at + 1, end);
        if (name.isBlank() || name.indexOf('[') >= 0) {
            throw new FormulaException(at, "write an observable's name between '[' and ']', for example [6-TGN]");
        }
        return new Token(Token.Kind.REFERENCE, name, at);
    }

    private static Token trimmed(Token token) {
        return token.kind() == Token.Kind.REFERENCE
                ? new Token(token.kind(), token.text().strip(), token.start())
                : token;
    }
}
