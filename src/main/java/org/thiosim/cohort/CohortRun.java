package org.thiosim.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.thiosim.simulation.PatientBatch;

/**
 * Computes the blocks of a cohort that are not stored yet.
 *
 * @param share which blocks
 * @param threads blocks computed at the same time
 * @param together patients that a solver is given at once
 * @param mostFailures after more failed courses than this no further block is begun
 */
public record CohortRun(Cohort cohort, Share share, int threads, int together, long mostFailures) {
    public CohortRun {
        if (threads < 1 || together < 1) {
            throw new IllegalArgumentException(
                    "at least one thread and one patient at a time are needed, found " + threads + " and " + together);
        }
        if (mostFailures < 0) {
            throw new IllegalArgumentException("the number of failures allowed is at least 0, found " + mostFailures);
        }
    }

    /** How many courses there are to compute: patients of the share times arms. */
    public long courses() {
        return cohort.size() / share.of() * cohort.treatment().arms().size();
    }

    /** Is told of each block that has been stored; many threads may tell. */
    @FunctionalInterface
    public interface Progress {
        /** A number of patients is done and stored. */
        void done(int patients);
    }

    /**
     * Computes and stores.
     *
     * @param solvers makes the solver of a thread
     * @return how many courses failed among the blocks computed now
     */
    public long into(BlockStore store, Supplier<PatientBatch> solvers, Progress progress) {
        AtomicLong failures = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> tasks = new ArrayList<>();
        try {
            share.blocks(cohort)
                    .forEach(b -> tasks.add(pool.submit(() -> {
                        if (failures.get() <= mostFailures && !store.holds(b)) {
                            CohortBlock block = cohort.block(b, solvers.get(), together);
                            store.write(block);
                            failures.addAndGet(block.failures());
                            progress.done(block.patients().size());
                        }
                    })));
            for (Future<?> task : tasks) {
                task.get();
            }
            return failures.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; blocks already stored stay", e);
        } finally {
            end(pool, tasks);
        }
    }

    /** Begins no further block and waits for those begun, whatever interrupts. */
    private static void end(ExecutorService pool, List<Future<?>> tasks) {
        tasks.forEach(t -> t.cancel(false));
        pool.shutdown();
        boolean interrupted = Thread.interrupted();
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
