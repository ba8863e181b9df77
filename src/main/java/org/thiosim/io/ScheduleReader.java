package org.thiosim.io;

import static org.thiosim.units.Clock.DAY;
import static org.thiosim.units.Clock.WEEK;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thiosim.dosing.DoseTimes;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;

/** Reads how often a dose is taken: {@code every}, {@code times}, {@code days}. */
final class ScheduleReader {
    private static final int MOST_A_DAY = 4;

    /** The most doses of one arm. */
    static final int MOST_DOSES = 100_000;

    private static final double SLACK = 1e-9;
    private static final List<String> KEYS = List.of("every", "times", "days");
    private static final Map<String, Integer> DAYS = days();
    private static final Map<String, String> WORDS = Map.of(
            "daily", "1 d",
            "day", "1 d",
            "qd", "1 d",
            "od", "1 d",
            "twice daily", "12 h",
            "bid", "12 h",
            "weekly", "7 d",
            "week", "7 d",
            "once weekly", "7 d",
            "monthly", "28 d");

    private ScheduleReader() {}

    private static Map<String, Integer> days() {
        Map<String, Integer> days = new LinkedHashMap<>();
        List<String> names = List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
        for (int day = 0; day < names.size(); day++) {
            days.put(names.get(day).substring(0, 3), day);
            days.put(names.get(day), day);
        }
        return days;
    }

    /**
     * How often a dose is taken, without the time from which and until which.
     *
     * @param interval time between doses in h
     * @param count number of doses, where it is limited
     * @param hours hours of the day
     * @param days days of the week, 0 is Monday
     */
    record Schedule(OptionalDouble interval, OptionalInt count, List<Double> hours, List<Integer> days) {
        Schedule {
            hours = List.copyOf(hours);
            days = List.copyOf(days);
        }

        /** The dose times from and until given instants; a number of doses ends them earlier, never later. */
        DoseTimes times(double from, double until) {
            if (days.isEmpty() && hours.isEmpty()) {
                double last = count.isPresent() ? from + count.getAsInt() * interval.getAsDouble() : until;
                return new DoseTimes.Repeated(interval.getAsDouble(), from, Math.min(last, until));
            }
            if (days.isEmpty()) {
                return new DoseTimes.Cyclic(DAY, hours, from, until, DoseTimes.timesADay(hours.size()));
            }
            List<Double> offsets = new ArrayList<>();
            for (int day : days) {
                (hours.isEmpty() ? List.of(0.0) : hours).forEach(h -> offsets.add(day * DAY + h));
            }
            String on = (days.size() == 1 && hours.size() < 2 ? "once a week on " : "on ")
                    + days.stream().sorted().map(ScheduleReader::name).collect(Collectors.joining(", "));
            return new DoseTimes.Cyclic(
                    WEEK, offsets, from, until, hours.size() > 1 ? DoseTimes.timesADay(hours.size()) + " " + on : on);
        }

        /** On Monday, Wednesday and Friday in place of this; as many doses as this takes by a number of days' doses. */
        DoseTimes thriceWeekly(double from, double until) {
            Schedule thrice = new Schedule(OptionalDouble.empty(), OptionalInt.empty(), List.of(), List.of(0, 2, 4));
            DoseTimes open = thrice.times(from, until);
            if (count.isEmpty()) {
                return open;
            }
            double perDay = times(from, Double.POSITIVE_INFINITY).perDay();
            int kept = (int) Math.min(MOST_DOSES, Math.ceil(count.getAsInt() / perDay - SLACK));
            List<Double> doses = open.within(from + (kept / 3 + 2) * WEEK);
            return doses.size() > kept ? thrice.times(from, doses.get(kept)) : open;
        }
    }

    /** A day of the week as people write it, such as {@code Mon}. */
    private static String name(int day) {
        return DAYS.entrySet().stream()
                .filter(e -> e.getValue() == day)
                .map(e -> e.getKey().substring(0, 1).toUpperCase(Locale.ROOT)
                        + e.getKey().substring(1))
                .findFirst()
                .orElseThrow();
    }

    static boolean isStated(YamlMap map) {
        return KEYS.stream().anyMatch(map::has);
    }

    /** The schedule of a section; empty together with a finding, or where it states none. */
    static Optional<Schedule> read(YamlMap map) {
        map.refuseEmpty("days", "times");
        if (isBareZero(map)) {
            map.flaw(
                    "times",
                    "'times: 0' is neither a number of doses nor an hour of the day; write for example 'every: 1 d, times:"
                            + " 6' for six doses, 'times: [0 h]' for a dose at the start of every day");
            return Optional.empty();
        }
        Optional<Double> every = interval(map);
        boolean flawed = map.has("every") && every.isEmpty();
        List<Integer> days = dayList(map);
        OptionalInt count = count(map);
        List<Double> hours = count.isPresent() ? List.of() : hours(map);
        flawed |= map.has("days") && days.isEmpty();
        flawed |= map.has("times") && hours.isEmpty() && count.isEmpty();
        if (flawed || !isStated(map)) {
            return Optional.empty();
        }
        if (count.isPresent() && every.isEmpty()) {
            map.flaw("times", "a number of times needs 'every'; hours of the day are written such as [8 h, 20 h]");
            return Optional.empty();
        }
        double cycle = days.isEmpty() ? DAY : WEEK;
        boolean pattern = !days.isEmpty() || !hours.isEmpty();
        if (pattern && every.filter(e -> e != cycle).isPresent()) {
            map.flaw(
                    "every",
                    "'" + (days.isEmpty() ? "times" : "days") + "' repeat every " + Numbers.format(cycle, 4)
                            + " h; leave 'every' out");
            return Optional.empty();
        }
        return Optional.of(
                new Schedule(every.map(OptionalDouble::of).orElse(OptionalDouble.empty()), count, hours, days));
    }

    private static boolean isBareZero(YamlMap map) {
        return map.value("times")
                .filter(ScalarNode.class::isInstance)
                .filter(n -> ((ScalarNode) n).getValue().strip().equals("0"))
                .isPresent();
    }

    private static Optional<Double> interval(YamlMap map) {
        Optional<String> word = map.value("every")
                .filter(ScalarNode.class::isInstance)
                .map(n -> WORDS.get(((ScalarNode) n).getValue().strip().toLowerCase(Locale.ROOT)));
        if (word.isPresent()) {
            map.flaw("every", "the time between doses is a time; did you mean '" + word.get() + "'?");
            return Optional.empty();
        }
        Optional<Double> hours = DoseRuleReader.hours(map, "every");
        if (hours.filter(h -> h <= 0).isPresent()) {
            map.flaw("every", "the time between doses is positive");
            return Optional.empty();
        }
        return hours;
    }

    /** Says of a small number of doses that it is not one a day. */
    static Optional<String> counted(YamlMap map) {
        OptionalInt count = count(map);
        return count.isPresent() && count.getAsInt() <= MOST_A_DAY
                ? Optional.of(count.getAsInt() + " times in all ('times: " + count.getAsInt()
                        + "'), not so many times a day; hours of the day are written such as [8 h, 20 h]")
                : Optional.empty();
    }

    /** {@code times: 6}, a whole number of doses. */
    private static OptionalInt count(YamlMap map) {
        return map.value("times")
                .filter(ScalarNode.class::isInstance)
                .map(n -> ((ScalarNode) n).getValue().strip())
                .filter(t -> t.matches("[1-9][0-9]{0,4}"))
                .map(t -> OptionalInt.of(Integer.parseInt(t)))
                .orElse(OptionalInt.empty());
    }

    private static List<Double> hours(YamlMap map) {
        List<Double> hours = new ArrayList<>();
        for (Node item : map.items("times")) {
            time(map, item).ifPresent(h -> {
                if (hours.contains(h)) {
                    map.findings().add(item, "'times' names an hour twice");
                } else if (h < DAY) {
                    hours.add(h);
                } else {
                    map.findings().add(item, "'times' are hours of the day, from 0 h to below 24 h");
                }
            });
        }
        return hours;
    }

    private static List<Integer> dayList(YamlMap map) {
        List<Integer> days = new ArrayList<>();
        for (Node item : map.items("days")) {
            String word = item instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
            Optional<Integer> day = Optional.ofNullable(DAYS.get(word.toLowerCase(Locale.ROOT)));
            if (day.isEmpty()) {
                map.findings()
                        .add(
                                item,
                                "unknown day '" + word + "'; days are mon, tue, wed, thu, fri, sat, sun, and day 0 of a"
                                        + " scenario is a Monday");
            }
            if (day.filter(days::contains).isPresent()) {
                map.findings().add(item, "'days' names " + word + " twice");
            }
            day.ifPresent(days::add);
        }
        return days;
    }

    /** One time of a list, in h; empty together with a finding. */
    static Optional<Double> time(YamlMap map, Node item) {
        if (!(item instanceof ScalarNode scalar)) {
            map.findings().add(item, "expected a time such as 24 h");
            return Optional.empty();
        }
        String text = scalar.getValue().strip();
        if (text.equals("0")) {
            return Optional.of(0.0);
        }
        return YamlMap.parse(item, scalar.getValue(), Quantity::parse, map.findings())
                .flatMap(q -> {
                    if (q.dimension().equals(DoseRuleReader.TIME) && q.value() >= 0) {
                        return Optional.of(q.canonical());
                    }
                    map.findings().add(item, "expected a time such as 24 h, found " + q);
                    return Optional.empty();
                });
    }
}
