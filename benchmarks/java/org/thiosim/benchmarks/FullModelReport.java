package org.thiosim.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortBlock;
import org.thiosim.simulation.LaneKernels;

/** What the full model costs by lanes, weeks, patients and threads, and how exact a cohort's tolerance is. */
final class FullModelReport {
    private static final int LANES = 128;
    private static final int WARM_UP_ROUNDS = 5;
    private static final int ROUNDS = 3;
    private static final String EXACT = "solver={relative: 1e-10, absolute: 1e-12}";
    private static final List<String> OBSERVABLES = List.of("6-TGN", "6-MMPR", "DNA-TG", "neutrophils");

    private final int patients;
    private final StringBuilder text = new StringBuilder();

    private FullModelReport(int patients) {
        this.patients = patients;
    }

    /** Measures and writes {@code full-model.md}. */
    static void write(int patients, Path folder, String circumstances) throws IOException, InterruptedException {
        FullModelReport report = new FullModelReport(patients);
        report.measure();
        Files.writeString(folder.resolve("full-model.md"), report.text + circumstances, StandardCharsets.UTF_8);
    }

    private void measure() throws InterruptedException {
        text.append("# The full model with allopurinol and neutrophils\n\n")
                .append(
                        "Sampled European patients on azathioprine 0.67 mg/kg with allopurinol 100 mg, 24 weeks, weekly levels;\n")
                .append("CPU seconds per 1,000 patients, with drawing them and their doses, warmed, the least of ")
                .append(ROUNDS)
                .append(" rounds.\n\n| what | CPU s per 1,000 patients |\n|---|---|\n");
        LaneKernels lanes = LaneKernels.of(LANES);
        Cohort cohort = FullModel.cohort(patients);
        double cost = row(LANES + " lanes", cohort, lanes);
        row("64 lanes", cohort, LaneKernels.of(64));
        row("one by one", cohort, LaneKernels.of(1));
        row(LANES + " lanes, 12 weeks", FullModel.cohort(patients, "horizon=12 wk"), lanes);
        row(LANES + " lanes, 48 weeks", FullModel.cohort(patients, "horizon=48 wk"), lanes);
        row(LANES + " lanes, four times as many patients", FullModel.cohort(4 * patients), lanes);
        double together = threads(cohort, lanes);
        text.append(String.format(
                Locale.ROOT,
                "%nTwo threads with %d patients each take %.2f times as long as one with %d: %.2f times the work in a second.%n",
                patients,
                together,
                patients,
                2 / together));
        text.append("\nThe largest relative error of any patient and week against relative 1e-10:\n\n")
                .append("| observable | error |\n|---|---|\n");
        double[] errors =
                errors(FullModel.solve(cohort, lanes), FullModel.solve(FullModel.cohort(patients, EXACT), lanes));
        for (int o = 0; o < errors.length; o++) {
            text.append(String.format(Locale.ROOT, "| %s | %.1e |%n", OBSERVABLES.get(o), errors[o]));
        }
        text.append('\n');
        System.err.printf(Locale.ROOT, "full model: %.2f s for 1,000 patients%n", cost);
    }

    private double row(String what, Cohort cohort, LaneKernels kernels) {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            FullModel.solve(cohort, kernels);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double begun = PeerComparison.cpu();
            FullModel.solve(cohort, kernels);
            best = Math.min(best, PeerComparison.cpu() - begun);
        }
        double cost = best * 1000 / cohort.size();
        text.append(String.format(Locale.ROOT, "| %s | %.2f |%n", what, cost));
        return cost;
    }

    /** The time of two threads at once by that of one, each with the same work. */
    private static double threads(Cohort cohort, LaneKernels kernels) throws InterruptedException {
        double one = Double.POSITIVE_INFINITY;
        double two = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            one = Math.min(one, elapsed(1, cohort, kernels));
            two = Math.min(two, elapsed(2, cohort, kernels));
        }
        return two / one;
    }

    private static double elapsed(int threads, Cohort cohort, LaneKernels kernels) throws InterruptedException {
        List<Thread> workers = IntStream.range(0, threads)
                .mapToObj(t -> new Thread(() -> FullModel.solve(cohort, kernels)))
                .toList();
        long begun = System.nanoTime();
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join();
        }
        return (System.nanoTime() - begun) * 1e-9;
    }

    private static double[] errors(List<CohortBlock> found, List<CohortBlock> exact) {
        double[] worst = new double[OBSERVABLES.size()];
        for (int b = 0; b < found.size(); b++) {
            double[][][] values = found.get(b).arms().get(0).values();
            double[][][] wanted = exact.get(b).arms().get(0).values();
            for (int i = 0; i < values.length; i++) {
                for (int o = 0; o < worst.length; o++) {
                    for (int week = 1; week < values[i][o].length; week++) {
                        worst[o] = Math.max(worst[o], Math.abs(values[i][o][week] / wanted[i][o][week] - 1));
                    }
                }
            }
        }
        return worst;
    }
}
