package org.thiosim.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.thiosim.cohort.Share;
import org.thiosim.io.CohortFile;
import org.thiosim.io.CohortFile.LoadedCohort;
import org.thiosim.io.CohortFolder;
import org.thiosim.io.CohortPlan;
import org.thiosim.io.InputException;
import org.thiosim.io.PartStore;
import org.thiosim.io.StorageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code thiosim merge}: joins the shards of a cohort. */
@Command(
        name = "merge",
        description = "Joins the shards of a cohort into the same results as a single run.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  thiosim merge scenarios/cohort/european-ibd.yaml shard-1 shard-2 -o out")
final class MergeCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "SCENARIO",
            description = "The cohort scenario that the shards were made from.")
    private Path scenario;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "SHARD", description = "Folders made with --shard.")
    private List<Path> shards = List.of();

    @Mixin
    private CohortOutput out;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    MergeCommand() {}

    @Override
    public Integer call() {
        CohortPlan first = CohortFolder.read(shards.get(0));
        LoadedCohort loaded = CohortFile.read(
                scenario,
                LibraryChoice.library(),
                LibraryChoice.populations(),
                first.settings(),
                OptionalLong.of(first.patients()),
                OptionalLong.of(first.seed()));
        CohortPlan plan = CohortPlan.of(loaded, Share.WHOLE, Main.Version.text());
        List<Path> parts = new ArrayList<>();
        for (Path shard : shards) {
            if (shard.toAbsolutePath()
                    .normalize()
                    .equals(out.folder().toAbsolutePath().normalize())) {
                throw new InputException(
                        shard.toString(), "is one of the shards; name another folder for the results with -o");
            }
            parts.add(CohortFolder.partsOf(shard, plan));
        }
        try (PartStore store = new PartStore(parts, loaded.cohort())) {
            int missing = loaded.cohort().blocks() - store.stored().size();
            if (missing > 0) {
                throw new InputException(
                        shards.get(0).toString(),
                        (shards.size() == 1 ? "lacks " : "together with the other shards lacks ") + missing + " of "
                                + loaded.cohort().blocks()
                                + " blocks; finish every shard with --resume and name all of them");
            }
            CohortFolder folder = out.empty(plan);
            return new CohortResults(loaded, spec.commandLine()).finish(store, folder, out.format(), out.folder());
        } catch (StorageException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return Main.FAILED;
        }
    }
}
