package org.thiosim.cli;

import java.nio.file.Path;
import org.thiosim.io.CohortFolder;
import org.thiosim.io.CohortPlan;
import org.thiosim.io.TableFormat;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where and how a command writes the results of a cohort. */
final class CohortOutput {
    @Mixin
    private ResultPlace out;

    @Option(names = "--format", paramLabel = "FORMAT", description = "parquet (default) or csv for the large tables.")
    private TableFormat format = TableFormat.PARQUET;

    @Option(
            names = "--force",
            description = "Replaces a cohort in the folder even where it is larger, of another scenario or unfinished.")
    private boolean force;

    @SuppressWarnings("NullAway.Init")
    CohortOutput() {}

    Path folder() {
        return out.folder();
    }

    TableFormat format() {
        return format;
    }

    boolean isForced() {
        return force;
    }

    /** The folder, emptied for a new run. */
    CohortFolder empty(CohortPlan plan) {
        return CohortFolder.open(folder(), plan, force ? CohortFolder.Before.DISCARD : CohortFolder.Before.REPLACE);
    }
}
