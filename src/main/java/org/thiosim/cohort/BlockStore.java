package org.thiosim.cohort;

import java.util.function.Consumer;

/** Where the blocks of a cohort are kept; many threads may write at once. */
public interface BlockStore {

    /** Whether a block is stored and whole. */
    boolean holds(int block);

    /** Stores a block at once or not at all. */
    void write(CohortBlock block);

    /** Shows every block in their order; all of them must be stored. */
    void read(Consumer<CohortBlock> reader);
}
