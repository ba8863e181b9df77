package org.thiosim.cli;

import java.io.PrintWriter;
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
    private final long before;
    private final long start = System.nanoTime();
    private final Optional<ProgressBar> bar;
    private long done;
    private long tenth;

    private CohortProgress(PrintWriter err, long total, long before, Optional<ProgressBar> bar) {
        this.err = err;
        this.total = total;
        this.before = before;
        this.done = before;
        this.tenth = 10 * before / Math.max(1, total);
        this.bar = bar;
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
        boolean terminal = Boolean.getBoolean("thiosim.terminal");
        Optional<ProgressBar> bar = terminal
                ? Optional.of(new ProgressBarBuilder()
                        .setTaskName("Patients")
                        .setInitialMax(total)
                        .startsFrom(before, java.time.Duration.ZERO)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err))
                        .showSpeed()
                        .build())
                : Optional.empty();
        return new CohortProgress(err, total, before, bar);
    }

    @Override
    public synchronized void done(int patients) {
        done += patients;
        bar.ifPresent(b -> b.stepTo(done));
        if (bar.isEmpty() && 10 * done / total > tenth) {
            tenth = 10 * done / total;
            double seconds = (System.nanoTime() - start) / 1e9;
            double rate = (done - before) / seconds;
            err.println(String.format(
                    Locale.ROOT,
                    "%d %% of %,d patients, %.0f a second, %s left",
                    100 * done / total,
                    total,
                    rate,
                    words((total - done) / rate)));
            err.flush();
        }
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
