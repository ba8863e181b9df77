package org.thiosim.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.thiosim.expression.Expression;
import org.thiosim.expression.FormulaException;
import org.thiosim.units.Quantity;
import org.thiosim.units.Suggestion;
import org.thiosim.units.UnitException;

/**
 * A YAML mapping while it is read: each key is asked for once, {@link #done} reports the keys that nobody asked for.
 *
 * <p>A value that cannot be read goes to the findings and counts as absent, so that one pass finds every mistake.
 */
final class YamlMap {
    private final MappingNode node;
    private final String what;
    private final Findings findings;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    YamlMap(MappingNode node, String what, Findings findings) {
        this.node = node;
        this.what = what;
        this.findings = findings;
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                entries.put(key.getValue(), tuple);
            }
        }
    }

    Findings findings() {
        return findings;
    }

    Node node() {
        return node;
    }

    Set<String> keys() {
        return entries.keySet();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The value's node, whatever its kind; the key counts as known. */
    Optional<Node> value(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
    }

    /** The node of a key, for messages about the entry as a whole. */
    Node keyNode(String key) {
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getKeyNode).orElse(node);
    }

    void flaw(String message) {
        findings.add(node, message);
    }

    void flaw(String key, String message) {
        findings.add(value(key).orElse(node), message);
    }

    Optional<String> text(String key) {
        return value(key).flatMap(v -> {
            if (v instanceof ScalarNode scalar) {
                return Optional.of(scalar.getValue().strip());
            }
            findings.add(v, "'" + key + "' of " + what + " must be a single value");
            return Optional.empty();
        });
    }

    /** A text that must stand there; absent only together with a finding. */
    Optional<String> required(String key) {
        Optional<String> text = text(key);
        require(key);
        return text;
    }

    /** Reports that a key is missing, whatever the kind of its value. */
    void require(String key) {
        requireOneOf(key);
    }

    /** Reports each of some keys whose list is empty, which would quietly ask for nothing. */
    void refuseEmpty(String... keys) {
        for (String key : keys) {
            value(key)
                    .filter(v ->
                            v instanceof SequenceNode list && list.getValue().isEmpty())
                    .ifPresent(v -> flaw(
                            key,
                            "the list '" + key
                                    + "' is empty, so that nothing would be taken; fill it, or leave the dose out"));
        }
    }

    /** Reports that neither a key nor one of others is there. */
    void requireOneOf(String key, String... others) {
        List<String> keys = Stream.concat(Stream.of(key), Stream.of(others)).toList();
        if (keys.stream().noneMatch(this::has)) {
            lacks(what + " needs '" + String.join("' or '", keys) + "'", keys.toArray(String[]::new));
        }
    }

    /** Whether a key is missing and another is mistyped for it, which is then reported and nothing else of this mapping. */
    boolean isMistyped(String key) {
        asked.add(key);
        List<Finding> instead = has(key) ? List.of() : mistyped(Set.of(key));
        if (!instead.isEmpty()) {
            lacks(what + " needs '" + key + "'", key);
        }
        return !instead.isEmpty();
    }

    /** Reports that none of some keys is there; a key that is mistyped for one of them is reported in its place. */
    void lacks(String message, String... keys) {
        asked.addAll(List.of(keys));
        findings.addLack(node, message, () -> mistyped(Set.of(keys)));
    }

    /** What is wrong with a key that nobody asked for and that comes nearest to one of these; empty where there is none. */
    private List<Finding> mistyped(Set<String> wanted) {
        return entries.keySet().stream()
                .filter(k -> !asked.contains(k))
                .filter(k ->
                        Suggestion.nearest(k, asked).filter(wanted::contains).isPresent())
                .map(k -> findings.finding(keyNode(k), unknown(k)))
                .toList();
    }

    String textOr(String key, String fallback) {
        return text(key).orElse(fallback);
    }

    /** Reads a text with a parser; what the parser says goes to the findings at the value's place. */
    <T> Optional<T> parsed(String key, Function<String, T> parser) {
        return text(key).flatMap(t -> parse(value(key).orElse(node), t, parser, findings));
    }

    static <T> Optional<T> parse(Node place, String text, Function<String, T> parser, Findings findings) {
        try {
            return Optional.of(parser.apply(text));
        } catch (UnitException e) {
            findings.add(place, e.offset(), message(e));
        } catch (FormulaException e) {
            findings.add(place, e.offset(), message(e));
        } catch (IllegalArgumentException e) {
            findings.add(place, message(e));
        }
        return Optional.empty();
    }

    private static String message(RuntimeException e) {
        return Optional.ofNullable(e.getMessage()).orElse("cannot be read");
    }

    Optional<Quantity> quantity(String key) {
        return parsed(key, Quantity::parse);
    }

    Optional<Expression> formula(String key) {
        return parsed(key, Expression::parse);
    }

    OptionalDouble number(String key) {
        Optional<Double> value = parsed(key, YamlMap::toNumber);
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static double toNumber(String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a number, found '" + text + "'", e);
        }
        throw new IllegalArgumentException("expected a finite number, found '" + text + "'");
    }

    boolean flag(String key) {
        return parsed(key, t -> switch (t) {
                    case "true", "yes" -> true;
                    case "false", "no" -> false;
                    default -> throw new IllegalArgumentException("expected true or false, found '" + t + "'");
                })
                .orElse(false);
    }

    /** One of a closed set of words. */
    <T> Optional<T> choice(String key, Map<String, T> allowed) {
        return choice(key, key, allowed);
    }

    /** @param name what messages call the value */
    <T> Optional<T> choice(String key, String name, Map<String, T> allowed) {
        return parsed(key, t -> {
            T found = allowed.get(t);
            if (found == null) {
                throw new IllegalArgumentException(
                        "unknown " + name + " '" + t + "'" + suggestion(t, allowed.keySet()));
            }
            return found;
        });
    }

    Optional<YamlMap> map(String key, String description) {
        return value(key).flatMap(v -> asMap(v, description, findings));
    }

    static Optional<YamlMap> asMap(Node value, String description, Findings findings) {
        if (value instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(mapping, description, findings));
        }
        findings.add(value, description + " must be a mapping of keys and values");
        return Optional.empty();
    }

    /** The items of a list; a single value counts as a list of one. */
    List<Node> items(String key) {
        return value(key)
                .map(v -> v instanceof SequenceNode list ? list.getValue() : List.of(v))
                .orElse(List.of());
    }

    /** A list of sentences. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue().strip());
            } else {
                findings.add(
                        item, "'" + key + "' of " + what + " must be a list of texts; quote a text that holds ': '");
            }
        }
        return texts;
    }

    /** A list of words, or one text with commas. */
    List<String> words(String key) {
        List<String> words = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar) {
                for (String word : scalar.getValue().split(",")) {
                    if (!word.isBlank()) {
                        words.add(word.strip());
                    }
                }
            } else {
                findings.add(item, "'" + key + "' of " + what + " must be a list of words");
            }
        }
        return words;
    }

    /** Reads every entry of a mapping of mappings, keyed by id, in file order. */
    <T> Map<String, T> entries(String key, String description, Function<Entry, Optional<T>> reader) {
        Map<String, T> result = new LinkedHashMap<>();
        map(key, "'" + key + "'").ifPresent(section -> {
            for (String id : section.keys()) {
                section.map(id, description + " '" + id + "'").ifPresent(m -> {
                    reader.apply(new Entry(id, m)).ifPresent(t -> result.put(id, t));
                    m.done();
                });
            }
        });
        return result;
    }

    /** One named entry of a section. */
    record Entry(String id, YamlMap map) {}

    /** Accepts every key: what they mean cannot be known, because a mistake is already on the list. */
    void leaveUnread() {
        asked.addAll(entries.keySet());
    }

    /** Reports every key that was never asked for. */
    void done() {
        entries.keySet().stream().filter(k -> !asked.contains(k)).forEach(k -> findings.add(keyNode(k), unknown(k)));
    }

    private String unknown(String key) {
        boolean cutText = key.contains(" ")
                && Optional.ofNullable(entries.get(key))
                        .map(NodeTuple::getValueNode)
                        .filter(v -> v instanceof ScalarNode value
                                && value.getValue().isEmpty())
                        .isPresent();
        return "unknown key '" + key + "' in " + what
                + (cutText ? "; put a text that holds a comma in quotes" : suggestion(key, asked));
    }

    static String suggestion(String found, Set<String> allowed) {
        if (allowed.isEmpty()) {
            return "";
        }
        return Suggestion.nearest(found, allowed)
                .map(s -> "; did you mean '" + s + "'?")
                .orElse("; allowed are " + String.join(", ", new TreeSet<>(allowed)));
    }
}
