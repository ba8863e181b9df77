package org.thiosim.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.thiosim.genetics.Allele;
import org.thiosim.genetics.AlleleFrequency;
import org.thiosim.genetics.AlleleFunction;
import org.thiosim.genetics.AlleleTable;
import org.thiosim.genetics.AncestryGroup;
import org.thiosim.genetics.FrequencyTable;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.GuidelineTable;
import org.thiosim.genetics.Phenotype;
import org.thiosim.genetics.PhenotypeActivity;
import org.thiosim.genetics.TableVersion;
import org.thiosim.genetics.TpmtAssay;

/**
 * Reads the tables of genetics from a folder: {@code tpmt-alleles.csv}, {@code nudt15-alleles.csv}, {@code
 * phenotype-activities.csv}, {@code tpmt-assays.csv}, {@code allele-frequencies.csv} and {@code guidelines.yaml}. All
 * mistakes of all files are thrown at once as an {@link InputException}.
 */
public final class GeneticTables {
    private static final String FOLDER = "models/genetics/";

    private final Function<String, YamlSource> files;
    private final Findings findings = new Findings();

    private GeneticTables(Function<String, YamlSource> files) {
        this.files = files;
    }

    /** The tables that come with the program. */
    public static GeneticData builtIn() {
        return builtIn(f -> {});
    }

    static GeneticData builtIn(Consumer<YamlSource> files) {
        return new GeneticTables(name -> told(name, resource(name), files)).read();
    }

    /** The tables in a folder, which must hold all of them. */
    public static GeneticData in(Path folder) {
        return in(folder, f -> {});
    }

    static GeneticData in(Path folder, Consumer<YamlSource> files) {
        return new GeneticTables(name -> told(name, YamlSource.read(folder.resolve(name)), files)).read();
    }

    /** Tells of a file by its place in the library. */
    private static YamlSource told(String name, YamlSource file, Consumer<YamlSource> files) {
        files.accept(new YamlSource(FOLDER + name, file.text()));
        return file;
    }

    private static YamlSource resource(String name) {
        String path = FOLDER + name;
        try (InputStream stream = GeneticTables.class.getResourceAsStream("/" + path)) {
            if (stream == null) {
                throw new IllegalStateException("the program holds no " + path);
            }
            return new YamlSource(path, YamlSource.decode(path, stream.readAllBytes()));
        } catch (IOException e) {
            throw new InputException(path, "cannot be read: " + e.getMessage());
        }
    }

    private GeneticData read() {
        List<GuidelineTable> guidelines = GeneticTablesGuidelines.read(files.apply("guidelines.yaml"), findings);
        Map<Gene, PhenotypeActivity> activities = activities();
        Map<Gene, AlleleTable> alleles = new EnumMap<>(Gene.class);
        for (Gene gene : Gene.values()) {
            Optional.ofNullable(activities.get(gene))
                    .flatMap(a -> alleles(gene, a))
                    .ifPresent(t -> alleles.put(gene, t));
        }
        List<TpmtAssay> assays = assays();
        Optional<FrequencyTable> frequencies = frequencies(alleles);
        findings.throwAny();
        return new GeneticData(alleles, frequencies.orElseThrow(), guidelines, assays);
    }

    private Map<Gene, PhenotypeActivity> activities() {
        GeneticTablesCsv table = GeneticTablesCsv.read(
                files.apply("phenotype-activities.csv"), List.of("gene", "phenotype", "activity", "source"), findings);
        table.version();
        Map<Gene, Map<Phenotype, Double>> values = new EnumMap<>(Gene.class);
        for (GeneticTablesCsv.Row row : table.rows()) {
            Optional<Gene> gene = row.parsed("gene", Gene::parse);
            Optional<Phenotype> phenotype = row.parsed("phenotype", Phenotype::parse);
            Optional<Double> activity = row.number("activity");
            if (gene.isPresent() && phenotype.isPresent() && activity.isPresent()) {
                Map<Phenotype, Double> ofGene = values.computeIfAbsent(gene.get(), g -> new EnumMap<>(Phenotype.class));
                if (ofGene.put(phenotype.get(), activity.get()) != null) {
                    row.flaw("phenotype", gene.get() + " " + phenotype.get().term() + " stands twice");
                }
            }
        }
        Map<Gene, PhenotypeActivity> activities = new EnumMap<>(Gene.class);
        for (Gene gene : Gene.values()) {
            activity(gene, values.getOrDefault(gene, Map.of()), table).ifPresent(a -> activities.put(gene, a));
        }
        return activities;
    }

    private static Optional<PhenotypeActivity> activity(
            Gene gene, Map<Phenotype, Double> values, GeneticTablesCsv table) {
        Double normal = values.get(Phenotype.NORMAL);
        Double intermediate = values.get(Phenotype.INTERMEDIATE);
        Double poor = values.get(Phenotype.POOR);
        if (normal == null || intermediate == null || poor == null || values.size() != 3) {
            table.flaw(1, 1, gene + " needs an activity for each of normal, intermediate and poor, and for no other");
            return Optional.empty();
        }
        try {
            return Optional.of(new PhenotypeActivity(normal, intermediate, poor));
        } catch (IllegalArgumentException e) {
            table.flaw(1, 1, gene + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<AlleleTable> alleles(Gene gene, PhenotypeActivity activity) {
        String file = (gene == Gene.TPMT ? "tpmt" : "nudt15") + "-alleles.csv";
        GeneticTablesCsv table = GeneticTablesCsv.read(
                files.apply(file), List.of("allele", "function", "activity", "variants", "note"), findings);
        Map<String, Allele> alleles = new LinkedHashMap<>();
        for (GeneticTablesCsv.Row row : table.rows()) {
            allele(row).ifPresent(allele -> {
                if (alleles.put(allele.name(), allele) != null) {
                    row.flaw("allele", gene + " " + allele.name() + " stands twice");
                }
            });
        }
        if (alleles.isEmpty()) {
            table.flaw(1, 1, "holds no allele of " + gene);
        }
        Optional<TableVersion> version = table.version();
        return version.filter(v -> !table.isFlawed()).map(v -> AlleleTable.of(gene, v, alleles.values(), activity));
    }

    private static Optional<Allele> allele(GeneticTablesCsv.Row row) {
        TreeSet<String> variants = new TreeSet<>();
        for (String variant : row.text("variants").split(";")) {
            if (!variant.isBlank()) {
                variants.add(variant.strip());
            }
        }
        return row.parsed("function", AlleleFunction::parse)
                .flatMap(function -> row.parsed(
                        "allele",
                        name -> new Allele(
                                name, function, row.optionalNumber("activity"), variants, row.text("note"))));
    }

    private List<TpmtAssay> assays() {
        GeneticTablesCsv table = GeneticTablesCsv.read(
                files.apply("tpmt-assays.csv"), List.of("assay", "title", "normal", "unit", "source"), findings);
        table.version();
        List<TpmtAssay> assays = new ArrayList<>();
        for (GeneticTablesCsv.Row row : table.rows()) {
            row.number("normal")
                    .flatMap(normal -> row.parsed(
                            "assay",
                            id -> new TpmtAssay(id, row.text("title"), normal, row.text("unit"), row.text("source"))))
                    .ifPresent(assay -> {
                        if (assays.stream().anyMatch(a -> a.id().equals(assay.id()))) {
                            row.flaw("assay", "assay '" + assay.id() + "' stands twice");
                        }
                        assays.add(assay);
                    });
        }
        return assays;
    }

    private Optional<FrequencyTable> frequencies(Map<Gene, AlleleTable> alleles) {
        GeneticTablesCsv table = GeneticTablesCsv.read(
                files.apply("allele-frequencies.csv"),
                List.of("gene", "allele", "group", "frequency", "kind", "source"),
                findings);
        List<AlleleFrequency> rows = new ArrayList<>();
        for (GeneticTablesCsv.Row row : table.rows()) {
            frequency(row).ifPresent(frequency -> {
                checkAllele(row, frequency, alleles);
                rows.add(frequency);
            });
        }
        Optional<FrequencyTable> read = table.version().map(v -> new FrequencyTable(v, rows));
        read.ifPresent(f -> checkSums(table, f));
        return read;
    }

    private static Optional<AlleleFrequency> frequency(GeneticTablesCsv.Row row) {
        Optional<AncestryGroup> group = row.parsed("group", AncestryGroup::new);
        Optional<AlleleFrequency.Kind> kind = row.parsed("kind", AlleleFrequency.Kind::parse);
        Optional<Double> value = row.number("frequency");
        if (group.isEmpty() || kind.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        return row.parsed(
                "frequency",
                text -> new AlleleFrequency(
                        row.text("gene"),
                        row.text("allele"),
                        group.get(),
                        value.get(),
                        kind.get(),
                        row.text("source")));
    }

    private static void checkAllele(
            GeneticTablesCsv.Row row, AlleleFrequency frequency, Map<Gene, AlleleTable> alleles) {
        boolean single =
                frequency.kind() == AlleleFrequency.Kind.ALLELE || frequency.kind() == AlleleFrequency.Kind.BELOW;
        for (AlleleTable table : alleles.values()) {
            if (single && table.gene().name().equals(frequency.gene())) {
                row.parsed("allele", table::allele);
            }
        }
    }

    private static void checkSums(GeneticTablesCsv table, FrequencyTable frequencies) {
        for (Gene gene : Gene.values()) {
            for (AncestryGroup group : frequencies.groups(gene)) {
                try {
                    frequencies.frequencies(gene, group);
                } catch (IllegalArgumentException e) {
                    table.flaw(1, 1, Optional.ofNullable(e.getMessage()).orElse("cannot be read"));
                }
            }
        }
    }
}
