package org.thiosim.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.thiosim.units.Suggestion;

/**
 * The text of a YAML file and where it came from.
 *
 * @param name the name that messages show
 */
public record YamlSource(String name, String text) {
    private static final long LARGEST_FILE = 4L << 20;
    private static final int DEEPEST = 60;
    private static final Pattern BARE_DIPLOTYPE = Pattern.compile("[:\\s](\\*[0-9]+[A-Z]?[/|]\\*[0-9]+[A-Z]?)");

    /** Reads a file; refuses one that is missing, larger than 4 MiB or not UTF-8. */
    public static YamlSource read(Path path) {
        String name = shown(path);
        try {
            if (Files.isDirectory(path)) {
                throw new InputException(name, "is a folder, expected a file");
            }
            if (Files.size(path) > LARGEST_FILE) {
                throw new InputException(
                        name, "has " + Files.size(path) + " bytes; at most " + LARGEST_FILE + " are read");
            }
            byte[] bytes = Files.readAllBytes(path);
            return new YamlSource(name, decode(name, bytes));
        } catch (NoSuchFileException e) {
            throw new InputException(name, "no such file" + instead(path));
        } catch (IOException e) {
            throw new InputException(name, "cannot be read: " + e.getMessage());
        }
    }

    /** A file of nearly the same name beside it, or what a path looks like. */
    private static String instead(Path path) {
        Optional<Path> folder =
                Optional.ofNullable(path.toAbsolutePath().getParent()).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return ", nor its folder; give a path such as scenarios/single/single-dose.yaml";
        }
        try (Stream<Path> beside = Files.list(folder.get())) {
            List<String> names =
                    beside.map(p -> String.valueOf(p.getFileName())).toList();
            return Suggestion.nearest(String.valueOf(path.getFileName()), names)
                    .map(n -> "; did you mean '" + n + "'?")
                    .orElse("; give a path such as scenarios/single/single-dose.yaml");
        } catch (IOException e) {
            return "";
        }
    }

    /** The path as a user would type it: relative to the current folder where it lies below. */
    private static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path full = path.toAbsolutePath().normalize();
        return path.isAbsolute() && full.startsWith(here)
                ? here.relativize(full).toString()
                : path.toString();
    }

    static String decode(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InputException(name, "is not UTF-8 text");
        }
    }

    /** The file's node tree; a mistake in the YAML itself ends the read at once. */
    MappingNode root(Findings findings) {
        findings.file(name, text);
        return tree(findings);
    }

    /** The node tree of a text that the findings know already. */
    MappingNode tree(Findings findings) {
        int before = findings.count();
        Optional<Node> root;
        try {
            root = compose();
        } catch (MarkedYamlEngineException e) {
            findings.add(e.getProblemMark(), 0, "not valid YAML: " + problem(e) + starAllele(e));
            findings.throwAny();
            throw e;
        } catch (YamlEngineException e) {
            throw new InputException(name, "not valid YAML: " + problem(e));
        } catch (UncheckedIOException e) {
            throw new InputException(name, "cannot be read: " + e.getMessage());
        }
        Node node = root.orElseThrow(() -> new InputException(
                name, "is empty; expected keys and values, one to a line, such as 'horizon: 24 wk'"));
        checkKeys(node, findings, new ArrayDeque<>(), Collections.newSetFromMap(new IdentityHashMap<>()));
        if (findings.count() > before) {
            findings.throwAny();
        }
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw new InputException(name, "expected a mapping of keys and values");
    }

    private Optional<Node> compose() {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setMaxAliasesForCollections(20)
                .setCodePointLimit((int) LARGEST_FILE)
                .build();
        return new Compose(settings).composeString(text);
    }

    /** YAML takes a star for an alias, so that a diplotype without quotes is not valid. */
    private String starAllele(MarkedYamlEngineException e) {
        List<String> lines = text.lines().toList();
        Matcher bare = e.getProblemMark()
                .filter(m -> m.getLine() < lines.size())
                .map(m -> BARE_DIPLOTYPE.matcher(lines.get(m.getLine())))
                .orElseGet(() -> BARE_DIPLOTYPE.matcher(""));
        return bare.find() ? "; put the diplotype in quotes: \"" + bare.group(1) + "\"" : "";
    }

    private static String problem(YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked && marked.getProblem() != null) {
            return marked.getProblem();
        }
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /**
     * Refuses duplicate keys, keys that are no words, nesting without end and nodes that contain themselves.
     *
     * @param above the nodes that contain this one
     * @param seen nodes already checked
     */
    private void checkKeys(Node node, Findings findings, Deque<Node> above, Set<Node> seen) {
        if (above.contains(node)) {
            findings.add(node, "contains itself through an alias");
            return;
        }
        if (above.size() > DEEPEST) {
            findings.add(node, "is nested more than " + DEEPEST + " levels deep");
            return;
        }
        if (!seen.add(node)) {
            return;
        }
        above.push(node);
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(n -> checkKeys(n, findings, above, seen));
        }
        if (node instanceof MappingNode mapping) {
            checkEntries(mapping, findings, above, seen);
        }
        above.pop();
    }

    private void checkEntries(MappingNode mapping, Findings findings, Deque<Node> above, Set<Node> seen) {
        Map<String, Node> keys = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                findings.add(tuple.getKeyNode(), "a key must be a word");
                continue;
            }
            Node first = keys.putIfAbsent(key.getValue(), key);
            if (first != null) {
                findings.add(
                        key,
                        "duplicate key '" + key.getValue() + "', first in line "
                                + first.getStartMark().map(m -> m.getLine() + 1).orElse(0));
            }
            checkKeys(tuple.getValueNode(), findings, above, seen);
        }
    }
}
