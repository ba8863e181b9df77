package org.thiosim.simulation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.thiosim.model.Observable;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;

/**
 * What a finished run shows, as it stands in the files of its folder: everything that charts are drawn from.
 *
 * @param phases the stretches of time between changes of any arm's regimen
 * @param observables in the order asked for
 */
public record RunRecord(
        Scenario.Head head,
        List<TimeWindow> phases,
        List<Treatment> arms,
        List<Shown> observables,
        Curves curves,
        Network network) {
    private static final Pattern CONTRAINDICATED =
            Pattern.compile("(?<!not )\\bcontraindicated\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLIP =
            Pattern.compile("\\bcheck the unit\\b|\\bis never given\\b", Pattern.CASE_INSENSITIVE);

    public RunRecord {
        phases = List.copyOf(phases);
        arms = List.copyOf(arms);
        observables = List.copyOf(observables);
    }

    /** The record of a result. */
    public static RunRecord of(SimulationResult result) {
        return Recording.of(result);
    }

    /** The arms' names, in their order. */
    public List<String> armNames() {
        return arms.stream().map(Treatment::arm).toList();
    }

    /**
     * What an arm takes and the warnings that go with its numbers.
     *
     * @param hidden why an observable is not shown, by observable
     * @param captions notices that an observable's picture carries, by observable
     */
    public record Treatment(
            String arm,
            List<Dosing> doses,
            List<String> notices,
            Map<String, String> hidden,
            Map<String, List<String>> captions) {
        public Treatment {
            doses = List.copyOf(doses);
            notices = List.copyOf(notices);
            hidden = Map.copyOf(hidden);
            captions = Map.copyOf(captions);
        }

        /** The notices that call the treatment contraindicated. */
        public List<String> contraindications() {
            return notices.stream().filter(RunRecord::isContraindication).toList();
        }
    }

    /** Whether a notice says anywhere, and does not deny, that something is contraindicated. */
    public static boolean isContraindication(String notice) {
        return CONTRAINDICATED.matcher(notice).find();
    }

    /** Whether a notice says that the scenario itself may be mistaken: a unit, or a dose after the end of the run. */
    private static boolean isSlip(String notice) {
        return SLIP.matcher(notice).find();
    }

    /** How early a notice is to be read. */
    public enum Urgency {
        /** The scenario itself may be mistaken. */
        SLIP,
        /** The treatment is contraindicated. */
        CONTRAINDICATION,
        /** Pictures carry it too. */
        CAPTION,
        /** All else. */
        REMARK
    }

    /**
     * How early a notice is to be read.
     *
     * @param captions the notices that pictures carry
     */
    public static Urgency urgency(String notice, Collection<String> captions) {
        if (isSlip(notice)) {
            return Urgency.SLIP;
        }
        if (isContraindication(notice)) {
            return Urgency.CONTRAINDICATION;
        }
        return captions.contains(notice) ? Urgency.CAPTION : Urgency.REMARK;
    }

    /** The notices that pictures carry. */
    public Set<String> captions() {
        return arms.stream()
                .flatMap(a -> a.captions().values().stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    /**
     * A drug taken in one way for some time.
     *
     * @param fromHour first dose, h
     * @param untilHour end, h; equal to {@code fromHour} for a single dose
     * @param label for example {@code 150 mg daily}
     * @param equal one dose in other words, for example {@code 2.14 mg/kg}; may be empty
     */
    public record Dosing(String drug, double fromHour, double untilHour, String label, String equal) {
        /** Whether it is one dose at one time. */
        public boolean isSingle() {
            return untilHour == fromHour;
        }
    }

    /** An observable as charts name it. */
    public record Shown(String id, String title, String unit, Optional<Reference> reference) {}

    /** A therapeutic window or a limit in the observable's unit, with its population and assay in the label. */
    public record Reference(OptionalDouble low, OptionalDouble high, String label) {
        private static final int DIGITS = 4;

        /** The window of an observable, labelled with its values, population and assay. */
        public static Reference of(Observable observable, Observable.ReferenceWindow window) {
            OptionalDouble low = value(observable, window.low());
            OptionalDouble high = value(observable, window.high());
            String values = DoubleStream.concat(low.stream(), high.stream())
                    .mapToObj(v -> Numbers.format(v, DIGITS))
                    .collect(Collectors.joining("–"));
            String unit = observable.unit().text();
            String amount = unit.startsWith("1e") ? values + unit.substring(1) : values + " " + unit;
            return new Reference(low, high, amount + ": " + window.population() + ", " + window.assay());
        }

        private static OptionalDouble value(Observable observable, Optional<Quantity> quantity) {
            return quantity.map(q -> OptionalDouble.of(observable.unit().fromCanonical(q.canonical())))
                    .orElse(OptionalDouble.empty());
        }
    }

    /**
     * Curves over the whole run, and of the sampled days in the observables that swing within a day.
     *
     * @param measured levels measured in a patient, to be compared
     */
    public record Curves(List<TimeCourse> whole, List<TimeCourse> days, List<Measured> measured) {
        public Curves {
            measured = List.copyOf(measured);
            whole = List.copyOf(whole);
            days = List.copyOf(days);
        }

        /** The arms' curves of an observable over the whole run. */
        public List<TimeCourse> whole(String observable) {
            return whole.stream().filter(c -> c.observable().equals(observable)).toList();
        }

        /** Whether an observable has values and is zero throughout the run in every arm. */
        public boolean isZero(String observable) {
            return whole.stream().anyMatch(c -> c.observable().equals(observable))
                    && whole(observable).stream()
                            .flatMapToDouble(c -> Arrays.stream(c.values()))
                            .allMatch(v -> v == 0 || Double.isNaN(v));
        }

        /** The arms' curves of an observable on the sampled days; empty unless it swings within a day. */
        public List<TimeCourse> days(String observable) {
            return days.stream().filter(c -> c.observable().equals(observable)).toList();
        }
    }

    /** A level measured in a patient, in the observable's unit. */
    public record Measured(String arm, String observable, double hour, double value) {}

    /**
     * The species and what flowed between them; nothing where the arms differ in the model that describes them.
     *
     * @param species by id
     * @param processes what carries a reaction that no enzyme does, by reaction
     */
    public record Network(Map<String, Place> species, Map<String, String> processes, List<Flow> flows) {
        public Network {
            species = Map.copyOf(species);
            processes = Map.copyOf(processes);
            flows = List.copyOf(flows);
        }
    }

    /** A species: its substance, or its title where it has none, and where it is. */
    public record Place(String id, String label, String matrix, boolean sink) {}

    /**
     * Amount that passed from one species to another in a window of time.
     *
     * @param enzyme the enzyme tag, empty where no enzyme carries the reaction
     */
    public record Flow(
            String arm, String reaction, String enzyme, String from, String to, TimeWindow window, double micromoles) {}
}
