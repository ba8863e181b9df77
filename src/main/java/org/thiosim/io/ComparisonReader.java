package org.thiosim.io;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.thiosim.io.ObservationReader.Setting;
import org.thiosim.qualification.Comparison;
import org.thiosim.qualification.Measurand;

/**
 * Reads {@code compare} of an observation: {@code level}, {@code {ratio-to: ARM}} with an optional time or window,
 * {@code {ratio-of: OBSERVABLE}} or {@code {percent-of-dose: DRUG}}.
 */
final class ComparisonReader {
    private static final Set<String> LEVELS = Set.of("level", "levels", "time course", "time-course", "timecourse");
    private static final String WAYS =
            "write level, {ratio-to: ARM}, {ratio-to: ARM, at: 14 wk}, {ratio-of: OBSERVABLE}"
                    + " or {percent-of-dose: DRUG}";

    private final YamlMap observation;
    private final Setting setting;

    ComparisonReader(YamlMap observation, Setting setting) {
        this.observation = observation;
        this.setting = setting;
    }

    /** The comparison of each point of the observation; empty with a finding where it cannot be read. */
    Function<Measurand, Optional<Comparison>> read() {
        Optional<Node> node = observation.value("compare");
        if (node.isEmpty()) {
            return m -> Optional.of(new Comparison.Level());
        }
        if (node.get() instanceof ScalarNode word) {
            if (!LEVELS.contains(word.getValue().strip().toLowerCase(Locale.ROOT))) {
                observation.flaw("compare", "unknown comparison '" + word.getValue() + "'; " + WAYS);
                return m -> Optional.empty();
            }
            return m -> Optional.of(new Comparison.Level());
        }
        Optional<YamlMap> map = YamlMap.asMap(node.get(), "'compare'", observation.findings());
        Function<Measurand, Optional<Comparison>> read = map.map(this::ratio).orElse(m -> Optional.empty());
        map.ifPresent(YamlMap::done);
        return read;
    }

    private Function<Measurand, Optional<Comparison>> ratio(YamlMap map) {
        if (map.has("ratio-to")) {
            return ratioTo(map);
        }
        if (map.has("ratio-of")) {
            return ratioOf(map);
        }
        if (map.has("percent-of-dose")) {
            return percentOfDose(map);
        }
        List.of("ratio-to", "ratio-of", "percent-of-dose").forEach(map::value);
        map.flaw("the comparison is not known; " + WAYS);
        return m -> Optional.empty();
    }

    private Function<Measurand, Optional<Comparison>> ratioTo(YamlMap map) {
        Optional<String> arm = map.text("ratio-to").filter(a -> {
            boolean known = setting.arms().contains(a);
            if (!known) {
                map.flaw("ratio-to", "unknown arm '" + a + "'" + YamlMap.suggestion(a, new TreeSet<>(setting.arms())));
            }
            return known;
        });
        Optional<Double> at =
                map.has("at") ? DoseRuleReader.hours(map, "at").filter(h -> within(map, h)) : Optional.empty();
        boolean windowed = map.has("from") || map.has("to");
        var window = windowed
                ? ObservationReader.window(map, setting.horizon())
                : Optional.<org.thiosim.simulation.TimeWindow>empty();
        if ((map.has("at") && at.isEmpty()) || (windowed && window.isEmpty())) {
            return m -> Optional.empty();
        }
        return own -> {
            Measurand reference = own;
            if (own instanceof Measurand.Exposure e && window.isPresent()) {
                reference = new Measurand.Exposure(e.observable(), e.metric(), window.get());
            } else if (at.isPresent()) {
                reference = new Measurand.Level(own.observable(), at.get());
            }
            Measurand found = reference;
            return arm.map(a -> new Comparison.RatioTo(a, found));
        };
    }

    private boolean within(YamlMap map, double hour) {
        boolean fits = hour <= setting.horizon();
        if (!fits) {
            map.flaw("at", "the time of a comparison lies within the horizon of " + setting.horizon() + " h");
        }
        return fits;
    }

    /** The denominator as a name, or numerator and denominator as a list of two. */
    private Function<Measurand, Optional<Comparison>> ratioOf(YamlMap map) {
        Optional<Node> node = map.value("ratio-of");
        List<Node> names = node.filter(SequenceNode.class::isInstance)
                .map(n -> ((SequenceNode) n).getValue())
                .orElseGet(() -> node.stream().toList());
        if (names.size() == 2
                && !name(names.get(0)).equals(observation.text("observable").flatMap(this::known))) {
            map.findings().add(names.get(0), "the first of two observables is the observation's own");
            return m -> Optional.empty();
        }
        Node last = names.get(names.size() - 1);
        Optional<String> denominator = name(last);
        if (denominator.isEmpty()) {
            String text = last instanceof ScalarNode scalar ? scalar.getValue() : "";
            map.findings().add(last, ObservableNames.unknown(setting.model(), text));
        }
        return own -> denominator.map(d -> new Comparison.RatioOf(
                own instanceof Measurand.Exposure e
                        ? new Measurand.Exposure(d, e.metric(), e.window())
                        : new Measurand.Level(d, own.hour())));
    }

    private Optional<String> name(Node node) {
        return node instanceof ScalarNode scalar ? known(scalar.getValue().strip()) : Optional.empty();
    }

    private Optional<String> known(String text) {
        return ObservableNames.find(setting.model(), text);
    }

    private Function<Measurand, Optional<Comparison>> percentOfDose(YamlMap map) {
        Set<String> drugs = setting.model().inputs().drugs().keySet();
        Optional<String> drug = map.text("percent-of-dose");
        if (drug.filter(drugs::contains).isEmpty()) {
            map.flaw(
                    "percent-of-dose",
                    "unknown drug '" + drug.orElse("") + "'" + YamlMap.suggestion(drug.orElse(""), drugs));
            return m -> Optional.empty();
        }
        return own -> {
            boolean amount = ObservedQuantity.of(setting.model(), own)
                    .unit()
                    .dimension()
                    .equals(org.thiosim.units.Dimension.AMOUNT);
            if (!amount) {
                observation.flaw("observable", "a percentage of the dose needs an amount, such as 6-MP in urine");
                return Optional.empty();
            }
            return drug.map(Comparison.PercentOfDose::new);
        };
    }
}
