package org.thiosim.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.thiosim.model.Observable;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.units.Clock;
import org.thiosim.units.Conversions;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/**
 * Reads levels measured in a patient: a CSV table with the columns {@code time, observable, value, unit, arm}, times with
 * their unit or in h. Values are converted to the unit in which the observable is reported.
 */
public final class LevelsFile {
    private static final int DIGITS = 10;
    private static final int FEW = 4;
    private static final double SUSPICIOUS = 100;
    private static final List<String> COLUMNS = List.of("time", "observable", "value", "unit", "arm");

    private LevelsFile() {}

    /**
     * One measured level.
     *
     * @param hour time on the scenario's clock
     * @param value in {@code unit}, that of the observable
     */
    public record Level(String arm, String observable, double hour, double value, String unit) {}

    /** The levels of a file; throws an {@link InputException} with every mistake and its place. */
    public static List<Level> read(Path path, Scenario scenario) {
        return read(YamlSource.read(path), scenario);
    }

    /** The levels of a text already read. */
    public static List<Level> read(YamlSource file, Scenario scenario) {
        Findings findings = new Findings();
        GeneticTablesCsv table = GeneticTablesCsv.read(file, COLUMNS, findings);
        List<Level> levels = new ArrayList<>();
        for (GeneticTablesCsv.Row row : table.rows()) {
            level(row, scenario).ifPresent(levels::add);
        }
        findings.throwAny();
        return levels;
    }

    /** The levels as a table of the results, in the units of the observables. */
    public static byte[] table(List<Level> levels) {
        return ResultTables.table(csv -> {
            csv.writeRecord("arm", "time_h", "observable", "value", "unit");
            levels.forEach(l -> csv.writeRecord(
                    l.arm(),
                    Numbers.format(l.hour(), DIGITS),
                    l.observable(),
                    Numbers.format(l.value(), DIGITS),
                    l.unit()));
        });
    }

    /** The result with a notice for each level that is a hundredfold off, as with a wrong unit. */
    public static SimulationResult compared(List<Level> levels, SimulationResult result) {
        Map<String, List<String>> notices = new TreeMap<>();
        for (Level level : levels) {
            result.arms().stream()
                    .filter(a -> a.arm().name().equals(level.arm()))
                    .flatMap(a -> a.timeCourses().stream())
                    .filter(c -> c.observable().equals(level.observable()))
                    .forEach(c -> suspicion(level, c.at(level.hour()))
                            .ifPresent(s -> notices.computeIfAbsent(level.arm(), k -> new ArrayList<>())
                                    .add(s)));
        }
        return result.with(notices);
    }

    private static Optional<String> suspicion(Level level, double predicted) {
        double fold = level.value() / predicted;
        if (!(fold > 0) || Double.isInfinite(fold) || (fold < SUSPICIOUS && fold > 1 / SUSPICIOUS)) {
            return Optional.empty();
        }
        return Optional.of("the measured " + level.observable() + " at " + Clock.words(level.hour()) + ", "
                + Numbers.format(level.value(), FEW) + " " + level.unit() + ", is "
                + Numbers.format(Math.max(fold, 1 / fold), 2)
                + "-fold " + (fold > 1 ? "above" : "below") + " the prediction of " + Numbers.format(predicted, FEW)
                + "; is its unit right?");
    }

    private static Optional<Level> level(GeneticTablesCsv.Row row, Scenario scenario) {
        Optional<Arm> arm = row.parsed("arm", t -> arm(t, scenario));
        Optional<Observable> observable = row.parsed(
                "observable", t -> observable(t, scenario, arm.map(List::of).orElse(scenario.arms())));
        Optional<Double> hour = row.parsed("time", t -> hour(t, scenario.horizon()));
        Optional<Double> number = row.number("value").filter(v -> {
            if (!Double.isFinite(v)) {
                row.flaw("value", "expected a finite number, found '" + row.text("value") + "'");
            }
            return Double.isFinite(v);
        });
        Optional<Double> value =
                observable.flatMap(o -> number.flatMap(n -> row.parsed("unit", t -> converted(n, t, o))));
        return arm.flatMap(a -> observable.flatMap(o -> hour.flatMap(
                h -> value.map(v -> new Level(a.name(), o.id(), h, v, o.unit().text())))));
    }

    private static Arm arm(String name, Scenario scenario) {
        Set<String> names = scenario.arms().stream().map(Arm::name).collect(Collectors.toCollection(TreeSet::new));
        return scenario.arms().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown arm '" + name + "'" + YamlMap.suggestion(name, names)));
    }

    private static Observable observable(String id, Scenario scenario, List<Arm> arms) {
        Set<String> reported = new TreeSet<>(scenario.outputs().observables());
        if (!reported.contains(id)) {
            throw new IllegalArgumentException(
                    "the scenario does not report an observable '" + id + "'" + YamlMap.suggestion(id, reported));
        }
        return arms.stream()
                .flatMap(a -> Optional.ofNullable(
                        a.model().model().outputs().observables().get(id))
                        .stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the model of this arm does not give '" + id + "'"));
    }

    private static double hour(String text, double horizon) {
        Quantity time = Quantity.parse(text);
        boolean bare = time.unit().equals(Unit.ONE);
        if (!bare && !time.dimension().equals(DoseRuleReader.TIME)) {
            throw new IllegalArgumentException(
                    "expected a time such as 12 wk or a number of hours, found '" + text + "'");
        }
        double hour = bare ? time.value() : time.canonical();
        if (!(hour >= 0 && hour <= horizon)) {
            throw new IllegalArgumentException("a time lies between 0 and the horizon of "
                    + DoseRuleReader.text(horizon) + ", found '" + text + "'");
        }
        return hour;
    }

    private static double converted(double number, String text, Observable observable) {
        Unit unit = text.isEmpty() ? Unit.ONE : Unit.parse(text);
        OptionalDouble mass = observable
                .molarMass()
                .map(q -> OptionalDouble.of(q.canonical()))
                .orElse(OptionalDouble.empty());
        OptionalDouble factor =
                Conversions.STANDARD.factor(unit.dimension(), observable.unit().dimension(), mass);
        if (factor.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected " + observable.unit().text() + " or a unit that converts to it, found '" + text + "'");
        }
        return observable.unit().fromCanonical(unit.toCanonical(number) * factor.getAsDouble());
    }
}
