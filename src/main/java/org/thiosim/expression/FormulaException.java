package org.thiosim.expression;

import java.util.Collection;
import java.util.Optional;
import org.thiosim.units.Suggestion;

/** A formula that cannot be read or whose dimensions do not fit; the message says what is allowed. */
public final class FormulaException extends IllegalArgumentException {

    private final int offset;

    /**
     * @param offset zero-based position of the offending piece within the formula's text
     * @param message what was found and what is allowed
     */
    public FormulaException(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** Zero-based position of the offending piece within the formula's text. */
    public int offset() {
        return offset;
    }

    /**
     * The message for a name that is not defined, with the nearest known name or a hint on writing a subtraction.
     *
     * @param known the names that are defined; empty when they cannot be listed
     */
    public static String unknownName(String name, Collection<String> known) {
        StringBuilder message = new StringBuilder("unknown name '" + name + "'");
        Optional<String> near = Suggestion.nearest(name, known);
        near.ifPresent(other -> message.append("; did you mean '" + other + "'?"));
        int hyphen = name.startsWith("[") ? -1 : splittingHyphen(name, known);
        if (hyphen > 0) {
            String left = name.substring(0, hyphen);
            String right = name.substring(hyphen + 1);
            message.append(near.isPresent() ? " If" : "; if")
                    .append(" you mean " + left + " minus " + right)
                    .append(", write '" + left + " - " + right + "' with spaces");
        }
        return message.toString();
    }

    /** The hyphen with a known name on both sides, else the first one; -1 when there is none. */
    private static int splittingHyphen(String name, Collection<String> known) {
        for (int i = name.indexOf('-'); i >= 0; i = name.indexOf('-', i + 1)) {
            if (known.contains(name.substring(0, i)) && known.contains(name.substring(i + 1))) {
                return i;
            }
        }
        return name.indexOf('-');
    }
}
