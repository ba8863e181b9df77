package org.thiosim.expression;

import java.util.Optional;

/**
 * A piece of formula text.
 *
 * @param kind what it is
 * @param text its characters; of a reference, the name without brackets
 * @param start position of its first character
 * @param literal the quantity, for a number
 */
record Token(Kind kind, String text, int start, Optional<Constant> literal) {

    enum Kind {
        NUMBER,
        NAME,
        REFERENCE,
        MARK,
        END
    }

    Token(Kind kind, String text, int start) {
        this(kind, text, start, Optional.empty());
    }

    boolean is(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }
}
