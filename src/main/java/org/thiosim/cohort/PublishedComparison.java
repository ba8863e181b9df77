package org.thiosim.cohort;

import java.util.ArrayList;
import java.util.List;
import org.thiosim.cohort.CohortSummary.Interval;

/**
 * A published figure beside the cohort's.
 *
 * @param predicted with the sampling error of the cohort
 */
public record PublishedComparison(PublishedValue published, Interval predicted, long count) {

    /** Predicted minus published. */
    public double distance() {
        return predicted.estimate() - published.value();
    }

    /** The comparisons that a summary allows. */
    public static List<PublishedComparison> of(List<PublishedValue> values, CohortSummary summary) {
        List<PublishedComparison> found = new ArrayList<>();
        for (PublishedValue value : values) {
            if (value.subject() instanceof PublishedValue.Subject.Attained attained) {
                summary.attainment().stream()
                        .filter(a ->
                                a.cell().equals(value.cell()) && a.target().id().equals(attained.target()))
                        .map(a -> new PublishedComparison(
                                value,
                                new Interval(
                                        a.share().value(),
                                        a.share().low(),
                                        a.share().high()),
                                a.share().count()))
                        .forEach(found::add);
            } else if (value.subject() instanceof PublishedValue.Subject.LogSd spread) {
                summary.spreads().stream()
                        .filter(s ->
                                s.cell().equals(value.cell()) && s.observable().equals(spread.observable()))
                        .flatMap(s -> s.log().stream())
                        .map(l -> new PublishedComparison(value, interval(l), l.count()))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** A standard deviation with the error of a normal sample, s/√(2(n − 1)). */
    private static Interval interval(CohortSummary.LogLevel log) {
        double half = Proportion.Z * log.sd() / Math.sqrt(2 * Math.max(1, log.effective() - 1));
        return new Interval(log.sd(), log.sd() - half, log.sd() + half);
    }
}
