package org.thiosim.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortRun;
import org.thiosim.cohort.Share;
import org.thiosim.io.CohortFile;
import org.thiosim.io.CohortFile.LoadedCohort;
import org.thiosim.io.CohortFolder;
import org.thiosim.io.CohortPlan;
import org.thiosim.io.PartStore;
import org.thiosim.io.StorageException;
import org.thiosim.simulation.LaneKernels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code thiosim cohort}: simulates many patients of a population. */
@Command(
        name = "cohort",
        description = "Simulates many virtual patients on the same arms: percentile bands, target attainment, paired"
                + " contrasts, and tables that R, Python, DuckDB and Spark open.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  thiosim cohort scenarios/cohort/european-ibd.yaml -n 100000 --seed 1 -o out",
            "  thiosim cohort scenarios/cohort/european-ibd.yaml -n 100000 --seed 1 -o out --resume",
            "  thiosim cohort scenarios/cohort/european-ibd.yaml -n 100000 --seed 1 --shard 1/4 -o shard-1",
            "  thiosim merge scenarios/cohort/european-ibd.yaml shard-1 shard-2 shard-3 shard-4 -o out",
            "%nA patient depends on the seed and the patient's number alone: threads, batches and shards change no value.",
            "Exit codes: 0 good, 1 the program or the disk failed, 2 usage or input, 3 some patients failed."
        })
final class CohortCommand implements Callable<Integer> {
    private static final int TOGETHER = 512;

    @Mixin
    private ScenarioChoice scenario;

    @Mixin
    private CohortOutput out;

    @Option(
            names = {"-n", "--patients"},
            paramLabel = "N",
            description = "Number of patients; what the scenario says when not given.")
    private @Nullable Long patients;

    @Option(names = "--seed", paramLabel = "S", description = "Where random numbers start; 1 when not given.")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Blocks of patients computed at the same time; all processors when not given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--batch",
            paramLabel = "B",
            description = "Patients a solver is given at once; ${DEFAULT-VALUE} when not given. Changes no value.")
    private int together = TOGETHER;

    @Option(
            names = "--resume",
            description =
                    "Goes on with a run that was stopped, also by kill -9; where the folder holds none, says so and"
                            + " starts from the beginning.")
    private boolean resume;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Computes the I-th of N parts; 'thiosim merge' joins them.")
    private @Nullable String shard;

    @Option(
            names = "--max-failures",
            paramLabel = "K",
            description = "Stops when more than K courses failed; never when not given.")
    private long mostFailures = Long.MAX_VALUE;

    @Option(names = "--quiet", description = "No progress and no estimate.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    CohortCommand() {}

    @Override
    public Integer call() {
        Share share = share();
        LoadedCohort loaded = CohortFile.read(
                scenario.file(),
                LibraryChoice.library(),
                LibraryChoice.populations(),
                scenario.settings(),
                of(patients),
                of(seed));
        Cohort cohort = loaded.cohort();
        CohortRun run = new CohortRun(cohort, share, threads, together, mostFailures);
        CohortPlan plan = CohortPlan.of(loaded, share, Main.Version.text());
        boolean nothing = resume && !CohortFolder.isBegun(out.folder());
        CohortFolder folder =
                resume ? CohortFolder.open(out.folder(), plan, CohortFolder.Before.RESUME) : out.empty(plan);
        if (nothing) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("Nothing to go on with in " + out.folder() + "; the run starts from the beginning");
            err.flush();
        }
        PrintWriter printer = spec.commandLine().getOut();
        if (folder.isFinished()) {
            printer.println("Finished before; results in " + out.folder());
            return 0;
        }
        try (PartStore store = new PartStore(List.of(folder.parts()), cohort)) {
            long failed = compute(run, store);
            if (failed > mostFailures) {
                spec.commandLine()
                        .getErr()
                        .println(
                                failed + " courses failed, more than --max-failures " + mostFailures
                                        + "; stopped. The reasons are in the parts; raise --max-failures and --resume to go on.");
                return CohortResults.SOME_FAILED;
            }
            if (!share.isWhole()) {
                printer.println("Shard " + share + " in " + out.folder() + "; join the shards with 'thiosim merge'");
                return failed > 0 ? CohortResults.SOME_FAILED : 0;
            }
            return new CohortResults(loaded, spec.commandLine()).finish(store, folder, out.format(), out.folder());
        } catch (StorageException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return Main.FAILED;
        }
    }

    private long compute(CohortRun run, PartStore store) {
        LaneKernels kernels = LaneKernels.forJob(run.courses());
        Thread farewell = new Thread(() -> stopped(store, run.cohort()));
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            return solve(run, store, kernels);
        } finally {
            Runtime.getRuntime().removeShutdownHook(farewell);
        }
    }

    /** What a user who stops the program with Ctrl-C is told. */
    private void stopped(PartStore store, Cohort cohort) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("\nStopped; " + store.stored().size() + " of " + cohort.blocks() + " blocks are in " + out.folder()
                + "; the same command with --resume goes on.");
        err.flush();
    }

    private long solve(CohortRun run, PartStore store, LaneKernels kernels) {
        if (quiet) {
            return run.into(store, kernels, n -> {});
        }
        PrintWriter err = spec.commandLine().getErr();
        new CohortEstimate(run, kernels).print(err);
        try (CohortProgress progress = CohortProgress.of(run, store, err)) {
            return run.into(store, kernels, progress);
        }
    }

    private static OptionalLong of(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static void atLeast(String option, long least, long found) {
        if (found < least) {
            throw new IllegalArgumentException(option + " is at least " + least + ", found " + found);
        }
    }

    private Share share() {
        try {
            atLeast("-n", 1, patients == null ? 1 : patients);
            atLeast("--threads", 1, threads);
            atLeast("--batch", 1, together);
            atLeast("--max-failures", 0, mostFailures);
            if (resume && out.isForced()) {
                throw new IllegalArgumentException(
                        "--resume goes on with a run and --force discards it; give one of them");
            }
            return shard == null ? Share.WHOLE : Share.parse(shard);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
