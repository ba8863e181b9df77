package org.thiosim.ode;

import java.util.Arrays;

/**
 * The places of a square matrix that may hold a non-zero: entry k is at ({@code rows[k]}, {@code columns[k]}).
 *
 * <p>Entries are sorted by row, then by column, none twice, and hold the whole diagonal; anything else is refused with
 * an {@link IllegalArgumentException}.
 *
 * @param dimension the number of rows and of columns, at least one
 * @param rows the row of each entry, from zero
 * @param columns the column of each entry, from zero
 */
@SuppressWarnings("ArrayRecordComponent")
public record JacobianPattern(int dimension, int[] rows, int[] columns) {

    public JacobianPattern {
        if (dimension < 1) {
            throw new IllegalArgumentException("a pattern needs at least one row, not " + dimension);
        }
        if (rows.length != columns.length) {
            throw new IllegalArgumentException("a pattern needs one column for each row entry, not " + columns.length
                    + " columns for " + rows.length + " rows");
        }
        rows = rows.clone();
        columns = columns.clone();
        int diagonal = 0;
        for (int k = 0; k < rows.length; k++) {
            checkEntry(dimension, rows, columns, k);
            diagonal += rows[k] == columns[k] ? 1 : 0;
        }
        if (diagonal != dimension) {
            throw new IllegalArgumentException(
                    "a pattern holds its whole diagonal of " + dimension + " entries, not " + diagonal + " of them");
        }
    }

    /** Every place of a square matrix. */
    public static JacobianPattern dense(int dimension) {
        int[] rows = new int[dimension * dimension];
        int[] columns = new int[dimension * dimension];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = k / dimension;
            columns[k] = k % dimension;
        }
        return new JacobianPattern(dimension, rows, columns);
    }

    /** A copy of the rows. */
    @Override
    public int[] rows() {
        return rows.clone();
    }

    /** A copy of the columns. */
    @Override
    public int[] columns() {
        return columns.clone();
    }

    /** The number of entries. */
    public int size() {
        return rows.length;
    }

    /** The row of entry k. */
    public int row(int k) {
        return rows[k];
    }

    /** The column of entry k. */
    public int column(int k) {
        return columns[k];
    }

    /** For each column the position of its first entry in {@link #entriesByColumn()}, and the size as a last element. */
    int[] columnStarts() {
        int[] starts = new int[dimension + 1];
        for (int column : columns) {
            starts[column + 1]++;
        }
        for (int column = 0; column < dimension; column++) {
            starts[column + 1] += starts[column];
        }
        return starts;
    }

    /** The entries sorted by column, then by row. */
    int[] entriesByColumn() {
        int[] next = columnStarts();
        int[] entries = new int[columns.length];
        for (int k = 0; k < columns.length; k++) {
            entries[next[columns[k]]++] = k;
        }
        return entries;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JacobianPattern that
                && dimension == that.dimension
                && Arrays.equals(rows, that.rows)
                && Arrays.equals(columns, that.columns);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * dimension + Arrays.hashCode(rows)) + Arrays.hashCode(columns);
    }

    @Override
    public String toString() {
        return "JacobianPattern[" + dimension + " by " + dimension + ", " + rows.length + " entries]";
    }

    private static void checkEntry(int dimension, int[] rows, int[] columns, int k) {
        if (rows[k] < 0 || rows[k] >= dimension || columns[k] < 0 || columns[k] >= dimension) {
            throw new IllegalArgumentException("entry " + k + " at (" + rows[k] + ", " + columns[k]
                    + ") is outside a matrix of dimension " + dimension);
        }
        if (k > 0 && (rows[k] < rows[k - 1] || (rows[k] == rows[k - 1] && columns[k] <= columns[k - 1]))) {
            throw new IllegalArgumentException("entries are sorted by row, then by column, each once; entry " + k
                    + " at (" + rows[k] + ", " + columns[k] + ") comes after (" + rows[k - 1] + ", "
                    + columns[k - 1] + ")");
        }
    }
}
