package org.thiosim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How fast a long job goes and how long it still takes.
 *
 * <p>Several threads finish lots at about the same time, and the first lots are the slowest, because the program is still
 * being compiled. Therefore the pace is that of the later half of the lots, once there are two of every thread, and before that
 * the pace since the start; it changes only when a lot is finished.
 */
final class Pace {
    private final long total;
    private final long before;
    private final int threads;
    private long done;
    private double last;
    private final List<Mark> marks = new ArrayList<>();

    /**
     * @param before what was finished when the job began, which tells nothing of the pace
     * @param threads that work at the same time
     */
    Pace(long total, long before, int threads) {
        this.total = total;
        this.before = before;
        this.threads = threads;
        this.done = before;
    }

    /**
     * Counts a lot.
     *
     * @param seconds since the start
     */
    void finished(long size, double seconds) {
        done += size;
        last = seconds;
        marks.add(new Mark(done, seconds));
    }

    private record Mark(long done, double seconds) {}

    /** What is finished, with that from before. */
    long done() {
        return done;
    }

    /** Finished in a second; 0 before anything is. */
    double rate() {
        int lots = marks.size();
        Mark from = lots >= 2 * threads ? marks.get(lots / 2 - 1) : new Mark(before, 0);
        return last > from.seconds() ? (done - from.done()) / (last - from.seconds()) : 0;
    }

    /** Seconds left; none before the first lot of every thread is finished. */
    OptionalDouble left(double seconds) {
        if (marks.size() < threads || rate() <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.max(0, (total - done) / rate() - (seconds - last)));
    }
}
