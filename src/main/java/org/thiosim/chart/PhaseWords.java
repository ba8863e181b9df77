package org.thiosim.chart;

import static org.thiosim.units.Clock.DAY;
import static org.thiosim.units.Clock.WEEK;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Numbers;

/** Phases and what is taken in them, in words. */
public final class PhaseWords {

    private PhaseWords() {}

    /** A time as {@code week 12}, {@code day 3} or {@code 48 h}. */
    public static String time(double hours) {
        if (hours >= 2 * WEEK && hours % WEEK == 0) {
            return "week " + Numbers.format(hours / WEEK, 4);
        }
        return hours >= 4 * DAY && hours % DAY == 0
                ? "day " + Numbers.format(hours / DAY, 4)
                : Numbers.format(hours, 4) + " h";
    }

    /** A stretch as {@code weeks 12–20}, {@code days 0–10}, {@code 0–48 h} or, between unlike times, {@code 12 h–week 20}. */
    public static String span(TimeWindow window) {
        double unit = window.to() >= 2 * WEEK ? WEEK : window.to() >= 4 * DAY ? DAY : 1;
        if (window.from() % unit != 0) {
            return time(window.from()) + "–" + time(window.to());
        }
        String both = Numbers.format(window.from() / unit, 4) + "–" + Numbers.format(window.to() / unit, 4);
        return unit == 1 ? both + " h" : (unit == WEEK ? "weeks " : "days ") + both;
    }

    /** What an arm takes in a phase, for example {@code azathioprine 50 mg daily + allopurinol 100 mg daily}. */
    public static String takes(RunRecord run, String arm, TimeWindow phase) {
        List<RunRecord.Dosing> doses = run.arms().stream()
                .filter(a -> a.arm().equals(arm))
                .flatMap(a -> a.doses().stream())
                .filter(d -> d.isSingle()
                        ? d.fromHour() >= phase.from() && d.fromHour() < phase.to()
                        : d.fromHour() < phase.to() && d.untilHour() > phase.from())
                .toList();
        return doses.isEmpty() ? "no drug" : words(doses) + before(run, arm, phase);
    }

    /** What was taken until a short phase began, and acts on in it. */
    private static String before(RunRecord run, String arm, TimeWindow phase) {
        List<RunRecord.Dosing> ended = run.arms().stream()
                .filter(a -> a.arm().equals(arm))
                .flatMap(a -> a.doses().stream())
                .filter(d -> !d.isSingle() && d.untilHour() == phase.from())
                .toList();
        return ended.isEmpty() || phase.length() > WEEK ? "" : " after " + words(ended);
    }

    private static String words(List<RunRecord.Dosing> doses) {
        return doses.stream()
                .map(d -> d.drug() + " " + often(d, doses))
                .distinct()
                .collect(Collectors.joining(" + "));
    }

    /** A label with how often the single dose is taken, or how many equal regimens run at once, where that is more than one. */
    private static String often(RunRecord.Dosing dose, List<RunRecord.Dosing> all) {
        List<RunRecord.Dosing> alike = all.stream()
                .filter(d -> d.isSingle() == dose.isSingle()
                        && d.drug().equals(dose.drug())
                        && d.label().equals(dose.label()))
                .toList();
        String label = Typeset.of(dose.label());
        if (dose.isSingle()) {
            return courses(
                    alike.stream().map(RunRecord.Dosing::fromHour).sorted().toList(), label);
        }
        return times(
                alike.stream().mapToLong(d -> atOnce(alike, d.fromHour())).max().orElse(1), label);
    }

    private static String times(long times, String label) {
        return times > 1 ? times + " × " + label : label;
    }

    /** Single doses as {@code 3 × 400 mg every 4 weeks} where they come in equal courses at equal distances. */
    private static String courses(List<Double> hours, String label) {
        List<Double> gaps = IntStream.range(1, hours.size())
                .mapToObj(i -> hours.get(i) - hours.get(i - 1))
                .toList();
        double pause = 2 * gaps.stream().mapToDouble(g -> g).min().orElse(0);
        List<Double> starts = IntStream.range(0, hours.size())
                .filter(i -> i == 0 || gaps.get(i - 1) > pause)
                .mapToObj(hours::get)
                .toList();
        int size = hours.size() / starts.size();
        double period = starts.size() > 1 ? starts.get(1) - starts.get(0) : 0;
        boolean regular = starts.size() > 1
                && IntStream.range(0, hours.size())
                        .allMatch(i -> i + size >= hours.size() || hours.get(i + size) - hours.get(i) == period)
                && size * starts.size() == hours.size();
        return regular ? times(size, label) + " every " + every(period) : times(hours.size(), label);
    }

    private static String every(double period) {
        boolean weeks = period >= 2 * WEEK && period % WEEK == 0;
        return Numbers.format(period / (weeks ? WEEK : DAY), 4) + (weeks ? " weeks" : " days");
    }

    private static long atOnce(List<RunRecord.Dosing> doses, double hour) {
        return doses.stream()
                .filter(d -> d.fromHour() <= hour && hour < d.untilHour())
                .count();
    }
}
