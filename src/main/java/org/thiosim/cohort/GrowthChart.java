package org.thiosim.cohort;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A growth chart by the LMS method: the value of score z at an age is M·(1 + L·S·z)^(1/L), or M·exp(S·z) where L is 0,
 * with L, M and S interpolated linearly between the ages of the chart.
 *
 * <p>Source of the method: Cole TJ, Green PJ. Stat Med 1992;11:1305-1319.
 *
 * @param points by sex, ascending in age
 */
public record GrowthChart(Map<Sex, List<Point>> points) {
    private static final double MONTHS = 12;

    /** The three numbers of one age in months. */
    public record Point(double months, double l, double m, double s) {}

    public GrowthChart {
        points = Map.copyOf(points);
        points.values().forEach(GrowthChart::check);
        if (points.size() != Sex.values().length) {
            throw new IllegalArgumentException("a growth chart holds both sexes, found " + points.keySet());
        }
    }

    private static void check(List<Point> list) {
        double[] ages = list.stream().mapToDouble(Point::months).toArray();
        boolean ascends = ages.length >= 2;
        for (int i = 1; i < ages.length; i++) {
            ascends &= ages[i] > ages[i - 1];
        }
        if (!ascends) {
            throw new IllegalArgumentException("the ages of a growth chart ascend, found " + Arrays.toString(ages));
        }
    }

    /** The value of a score at an age in years; outside the chart the age at its end counts. */
    public double value(Sex sex, double years, double score) {
        Point at = at(Optional.ofNullable(points.get(sex)).orElseThrow(), years * MONTHS);
        if (at.l() == 0) {
            return at.m() * StrictMath.exp(at.s() * score);
        }
        return at.m() * StrictMath.pow(1 + at.l() * at.s() * score, 1 / at.l());
    }

    private static Point at(List<Point> list, double months) {
        int above = 1;
        while (above < list.size() - 1 && list.get(above).months() < months) {
            above++;
        }
        Point from = list.get(above - 1);
        Point to = list.get(above);
        double share = Math.min(1, Math.max(0, (months - from.months()) / (to.months() - from.months())));
        return new Point(
                months,
                from.l() + share * (to.l() - from.l()),
                from.m() + share * (to.m() - from.m()),
                from.s() + share * (to.s() - from.s()));
    }
}
