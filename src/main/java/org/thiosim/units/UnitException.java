package org.thiosim.units;

/** A text that is not a unit or quantity; the message says what was found and what is allowed. */
public final class UnitException extends IllegalArgumentException {

    private final int offset;

    /**
     * @param offset zero-based position of the offending piece within the text
     * @param message what was found and what is allowed
     */
    public UnitException(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** Zero-based position of the offending piece within the text that was read. */
    public int offset() {
        return offset;
    }

    UnitException shiftedBy(int start) {
        return new UnitException(offset + start, String.valueOf(getMessage()));
    }
}
