package org.thiosim.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.thiosim.cohort.CohortRun;
import org.thiosim.io.PartStore;

/**
 * Shows how far a cohort is: a bar with rate and time left where the error stream is a terminal, else a line at each
 * tenth.
 */
final class CohortProgress implements CohortRun.Progress, AutoCloseable {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private final PrintWriter err;
    private final long total;
    private final Pace pace;
    private final long start = System.nanoTime();
    private final Optional<ProgressBar> bar;
    private long tenth;

    private CohortProgress(PrintWriter err, long total, long before, int threads, boolean terminal) {
        this.err = err;
        this.total = total;
        this.pace = new Pace(total, before, threads);
        this.tenth = 10 * before / Math.max(1, total);
        this.bar = terminal
                ? Optional.of(new ProgressBarBuilder()
                        .setTaskName("Patients")
                        .setInitialMax(total)
                        .startsFrom(before, Duration.ZERO)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err))
                        .showSpeed()
                        .setEtaFunction(state -> left())
                        .build())
                : Optional.empty();
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private Optional<Duration> left() {
        synchronized (pace) {
            return pace.left(seconds()).stream()
                    .mapToObj(s -> Duration.ofMillis(Math.round(1000 * s)))
                    .findFirst();
        }
    }

    static CohortProgress of(CohortRun run, PartStore store, PrintWriter err) {
        long total = run.share()
                .blocks(run.cohort())
                .mapToLong(run.cohort()::patientsOf)
                .sum();
        long before = run.share()
                .blocks(run.cohort())
                .filter(store::holds)
                .mapToLong(run.cohort()::patientsOf)
                .sum();
        if (before > 0) {
            err.println(before + " of " + total + " patients were finished before");
        }
        return new CohortProgress(err, total, before, run.threads(), Boolean.getBoolean("thiosim.terminal"));
    }

    @Override
    public void done(int patients) {
        bar.ifPresent(b -> b.stepBy(patients));
        synchronized (pace) {
            pace.finished(patients, seconds());
            long tenths = 10 * pace.done() / total;
            if (bar.isEmpty() && tenths > tenth) {
                tenth = tenths;
                print();
            }
        }
    }

    private void print() {
        String left = pace.left(seconds()).stream()
                .mapToObj(s -> ", " + words(s) + " left")
                .findFirst()
                .orElse("");
        err.println(String.format(
                Locale.ROOT,
                "%d %% of %,d patients, %.0f a second%s",
                100 * pace.done() / total,
                total,
                pace.rate(),
                left));
        err.flush();
    }

    /** A time as people say it. */
    static String words(double seconds) {
        long s = Math.round(seconds);
        if (s < 2 * MINUTE) {
            return s + " s";
        }
        return s < 2 * HOUR
                ? Math.round(seconds / MINUTE) + " min"
                : String.format(Locale.ROOT, "%.1f h", seconds / HOUR);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
