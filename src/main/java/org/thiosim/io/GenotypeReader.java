package org.thiosim.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thiosim.genetics.AssayActivity;
import org.thiosim.genetics.Diplotype;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneCall;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.Phenotype;
import org.thiosim.genetics.TpmtAssay;
import org.thiosim.units.Numbers;

/**
 * Reads what a patient section says of TPMT and NUDT15: a diplotype, a phenotype, a number, a measured activity, or a file
 * of PharmCAT.
 */
final class GenotypeReader {
    private static final String FILE = "genotype-file";
    private static final String BOUNDS = "genotype-bounds";

    private final Supplier<GeneticData> tables;
    private final Path folder;
    private final Consumer<YamlSource> files;

    /** @param files is told of every genotype file that is read */
    GenotypeReader(Supplier<GeneticData> tables, Path folder, Consumer<YamlSource> files) {
        this.tables = tables;
        this.folder = folder;
        this.files = files;
    }

    /** The key of a gene in a patient section. */
    static String key(Gene gene) {
        return gene.name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return List.of(FILE, BOUNDS);
    }

    /** What the layers say of each gene, the first layer standing over the later ones. */
    Map<Gene, GenotypeOutcomes> read(List<YamlMap> layers, List<Gene> genes) {
        Map<Gene, GenotypeStatement> statements = new EnumMap<>(Gene.class);
        boolean both = false;
        for (int i = layers.size() - 1; i >= 0; i--) {
            YamlMap layer = layers.get(i);
            both |= bounds(layer, BOUNDS);
            file(layer).forEach(statements::put);
            for (Gene gene : genes) {
                if (layer.has(key(gene))) {
                    statements.remove(gene);
                }
                gene(layer, gene).ifPresent(s -> statements.put(gene, s));
            }
        }
        Map<Gene, GenotypeOutcomes> outcomes = new EnumMap<>(Gene.class);
        for (Map.Entry<Gene, GenotypeStatement> entry : statements.entrySet()) {
            if (genes.contains(entry.getKey())) {
                GenotypeStatement statement = both ? entry.getValue().withBounds() : entry.getValue();
                outcomes.put(
                        entry.getKey(), statement.outcomes(tables, layers.get(0).findings()));
            }
        }
        return outcomes;
    }

    private static boolean bounds(YamlMap layer, String key) {
        return layer.choice(key, Map.of("both", true)).orElse(false);
    }

    private Map<Gene, GenotypeStatement> file(YamlMap layer) {
        Map<Gene, GenotypeStatement> statements = new EnumMap<>(Gene.class);
        layer.text(FILE).ifPresent(name -> {
            Node place = layer.value(FILE).orElse(layer.node());
            try {
                YamlSource file = YamlSource.read(folder.resolve(name).normalize());
                files.accept(file);
                PharmCatFile.read(file, tables.get()).forEach((gene, call) -> {
                    if (call.isCalled()) {
                        statements.put(gene, new GenotypeStatement(gene, place, call));
                    }
                });
            } catch (InputException e) {
                e.findings()
                        .forEach(f -> layer.findings()
                                .add(place, f.toString().lines().findFirst().orElse("")));
            } catch (InvalidPathException e) {
                layer.flaw(FILE, "'" + name + "' is not the path of a file");
            }
        });
        return statements;
    }

    private Optional<GenotypeStatement> gene(YamlMap layer, Gene gene) {
        String key = key(gene);
        Optional<Node> node = layer.value(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof MappingNode) {
            return layer.map(key, "'" + key + "'").flatMap(m -> detailed(m, gene));
        }
        return node.filter(ScalarNode.class::isInstance)
                .map(n -> ((ScalarNode) n).getValue().strip())
                .flatMap(text -> call(node.get(), text, gene, layer.findings()))
                .map(call -> new GenotypeStatement(gene, node.get(), call));
    }

    /** A diplotype or a phenotype; empty for a number and for words that are neither. */
    private static Optional<GeneCall> call(Node place, String text, Gene gene, Findings findings) {
        if (isDiplotype(text, gene)) {
            return YamlMap.parse(place, text, t -> Diplotype.parse(gene, t), findings)
                    .map(d -> new GeneCall(gene, List.of(d), Optional.empty(), List.of()));
        }
        try {
            Phenotype phenotype = Phenotype.parse(text);
            return Optional.of(new GeneCall(gene, List.of(), Optional.of(phenotype), List.of()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the section states a genotype of the gene and not just a number or an unknown word. */
    static boolean understands(YamlMap layer, Gene gene) {
        Optional<Node> node = layer.value(key(gene));
        if (node.isPresent() && node.get() instanceof ScalarNode scalar) {
            String text = scalar.getValue().strip();
            return isDiplotype(text, gene)
                    || call(scalar, text, gene, new Findings()).isPresent();
        }
        return node.filter(MappingNode.class::isInstance).isPresent();
    }

    /** Whether a text is meant as a diplotype. */
    static boolean isDiplotype(String text, Gene gene) {
        return text.contains("*") || text.toUpperCase(Locale.ROOT).startsWith(gene.name() + " ");
    }

    private Optional<GenotypeStatement> detailed(YamlMap map, Gene gene) {
        Optional<GeneCall> call = Optional.empty();
        boolean flawed = false;
        for (String key : List.of("diplotype", "phenotype")) {
            Optional<String> text = map.text(key);
            if (text.isPresent()) {
                Node place = map.value(key).orElse(map.node());
                if (key.equals("diplotype")) {
                    call = YamlMap.parse(place, text.get(), t -> Diplotype.parse(gene, t), map.findings())
                            .map(d -> new GeneCall(gene, List.of(d), Optional.empty(), List.of()));
                } else {
                    call = YamlMap.parse(place, text.get(), Phenotype::parse, map.findings())
                            .map(p -> new GeneCall(gene, List.of(), Optional.of(p), List.of()));
                }
                flawed |= call.isEmpty();
            }
        }
        if (map.has("diplotype") && map.has("phenotype")) {
            map.flaw("phenotype", "'diplotype' and 'phenotype' exclude each other");
        }
        Optional<GenotypeStatement.Measured> measured = measured(map, gene);
        flawed |= map.has("activity") && measured.isEmpty();
        boolean both = bounds(map, "bounds");
        map.done();
        if (call.isEmpty() && measured.isEmpty()) {
            if (!flawed) {
                map.lacks(
                        "'" + key(gene) + "' needs a 'diplotype', a 'phenotype' or an 'activity'",
                        "diplotype",
                        "phenotype",
                        "activity");
            }
            return Optional.empty();
        }
        GeneCall stated = call.orElse(new GeneCall(gene, List.of(), Optional.empty(), List.of()));
        return Optional.of(new GenotypeStatement(gene, map.node(), stated, measured, both));
    }

    /** {@code activity}: relative to two normal alleles, or of an assay in its unit. */
    private Optional<GenotypeStatement.Measured> measured(YamlMap map, Gene gene) {
        Optional<String> text = map.text("activity");
        Optional<String> assayName = map.text("assay");
        if (assayName.isPresent() && gene != Gene.TPMT) {
            map.flaw("assay", "there is no assay of " + gene + " in red cells; give a relative activity");
            return Optional.empty();
        }
        if (text.isEmpty()) {
            if (assayName.isPresent()) {
                map.flaw("assay", "an assay needs 'activity', for example 9.1 U/mL");
            }
            return Optional.empty();
        }
        Node place = map.value("activity").orElse(map.node());
        if (assayName.isEmpty()) {
            return YamlMap.parse(place, text.get(), GenotypeReader::relative, map.findings())
                    .map(a -> new GenotypeStatement.Measured(a, Optional.empty()));
        }
        return map.parsed("assay", a -> tables.get().assay(a))
                .flatMap(assay -> YamlMap.parse(place, text.get(), t -> measured(t, assay), map.findings()))
                .map(a -> new GenotypeStatement.Measured(a.relative(), Optional.of(a)));
    }

    private static AssayActivity measured(String text, TpmtAssay assay) {
        String number = text.endsWith(assay.unit())
                ? text.substring(0, text.length() - assay.unit().length()).strip()
                : "";
        if (number.isEmpty()) {
            throw new IllegalArgumentException("an activity by the assay " + assay.id() + " is in " + assay.unit()
                    + ", for example " + Numbers.format(assay.normal(), 4) + " " + assay.unit() + ", found '" + text
                    + "'");
        }
        return assay.measured(number(number));
    }

    private static double relative(String text) {
        double value = number(text);
        if (!(value >= 0 && value <= 3)) {
            throw new IllegalArgumentException(
                    "a relative activity lies between 0 and 3 (1 = two normal alleles), found " + text
                            + "; a measured one needs its 'assay'");
        }
        return value;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "expected a number relative to two normal alleles, or a measured value with its 'assay', found '"
                            + text + "'",
                    e);
        }
    }

    /** Every combination of the outcomes of all genes. */
    static List<Map<Gene, GenotypeOutcomes.Outcome>> combinations(Map<Gene, GenotypeOutcomes> outcomes) {
        List<Map<Gene, GenotypeOutcomes.Outcome>> all = new ArrayList<>();
        all.add(new EnumMap<>(Gene.class));
        outcomes.forEach((gene, of) -> {
            List<Map<Gene, GenotypeOutcomes.Outcome>> next = new ArrayList<>();
            for (Map<Gene, GenotypeOutcomes.Outcome> before : all) {
                for (GenotypeOutcomes.Outcome outcome : of.outcomes()) {
                    Map<Gene, GenotypeOutcomes.Outcome> one = new EnumMap<>(Gene.class);
                    one.putAll(before);
                    one.put(gene, outcome);
                    next.add(one);
                }
            }
            if (!next.isEmpty()) {
                all.clear();
                all.addAll(next);
            }
        });
        return all;
    }
}
