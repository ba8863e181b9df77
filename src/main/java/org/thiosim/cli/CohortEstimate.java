package org.thiosim.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortOutputs;
import org.thiosim.cohort.CohortRun;
import org.thiosim.simulation.LaneKernels;

/** What a long run will need, from a few patients of its own. */
final class CohortEstimate {
    private static final long LONG = 4000;
    private static final int PILOT = 256;
    private static final double MEGABYTE = 1e6;
    private static final double PROGRAM = 400 * MEGABYTE;

    private final CohortRun run;
    private final LaneKernels kernels;

    CohortEstimate(CohortRun run, LaneKernels kernels) {
        this.run = run;
        this.kernels = kernels;
    }

    /** Prints one line where the run is long. */
    void print(PrintWriter err) {
        Cohort cohort = run.cohort();
        int arms = cohort.treatment().arms().size();
        long patients = cohort.size() / run.share().of();
        if (patients * arms < LONG) {
            return;
        }
        err.println(String.format(
                Locale.ROOT,
                "%,d patients on %d arm%s: about %s on %d thread%s, %.0f MB of memory, %.0f MB of disk (twice that while"
                        + " the parts are joined)",
                patients,
                arms,
                arms == 1 ? "" : "s",
                CohortProgress.words(seconds() * patients / run.threads()),
                run.threads(),
                run.threads() == 1 ? "" : "s",
                memory() / MEGABYTE,
                disk(patients) / MEGABYTE));
        err.flush();
    }

    /** Seconds of one patient on every arm, after a first lot has warmed the program up. */
    private double seconds() {
        Cohort all = run.cohort();
        Cohort few = new Cohort(all.head(), all.treatment(), all.population(), PILOT, all.seed());
        few.block(0, kernels.get(), PILOT);
        long start = System.nanoTime();
        few.block(0, kernels.get(), PILOT);
        return (System.nanoTime() - start) / 1e9 / PILOT;
    }

    private double values() {
        CohortOutputs outputs = run.cohort().treatment().outputs();
        int arms = run.cohort().treatment().arms().size();
        return (double) arms * outputs.observables().size() * outputs.hours().size();
    }

    private double memory() {
        Cohort cohort = run.cohort();
        double solved = (double) cohort.treatment().outputs().asked().hours().size()
                * cohort.treatment().outputs().observables().size();
        return PROGRAM + run.threads() * cohort.blockSize() * 8.0 * (3 * values() + 2 * solved);
    }

    private double disk(long patients) {
        CohortOutputs outputs = run.cohort().treatment().outputs();
        int arms = run.cohort().treatment().arms().size();
        return patients * 8.0 * (values() + arms * outputs.metrics().size() + 40);
    }
}
