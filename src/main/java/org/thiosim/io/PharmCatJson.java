package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thiosim.genetics.Diplotype;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneCall;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.Phenotype;

/**
 * The JSON of PharmCAT's phenotyper: {@code geneReports} by gene (version 3) or by source and gene (version 2), each
 * with {@code sourceDiplotypes} of two alleles and their phenotypes. JSON is read as YAML 1.2, which it is.
 */
final class PharmCatJson {
    private static final List<String> SOURCES = List.of("CPIC", "DPWG");
    private static final List<String> NO_RESULT = List.of("null", "No Result", "n/a", "No CPIC Genotype", "");

    private final YamlSource source;
    private final GeneticData tables;
    private final Findings findings;

    PharmCatJson(YamlSource source, GeneticData tables, Findings findings) {
        this.source = source;
        this.tables = tables;
        this.findings = findings;
    }

    Map<Gene, GeneCall> read() {
        YamlMap root = new YamlMap(source.root(findings), "the file", findings);
        if (!root.has("geneReports")) {
            root.flaw("no 'geneReports'; expected the JSON that PharmCAT's phenotyper writes (*.phenotype.json)");
        }
        List<GeneCall> calls = new ArrayList<>();
        root.map("geneReports", "'geneReports'").ifPresent(reports -> {
            for (Gene gene : Gene.values()) {
                report(reports, gene).ifPresent(r -> calls.addAll(calls(gene, r)));
            }
        });
        findings.throwAny();
        return PharmCatFile.byGene(calls, tables);
    }

    private static Optional<YamlMap> report(YamlMap reports, Gene gene) {
        Stream<YamlMap> bySource =
                SOURCES.stream().filter(reports::has).flatMap(s -> reports.map(s, "'" + s + "'").stream());
        return Stream.concat(Stream.of(reports), bySource)
                .filter(r -> r.has(gene.name()))
                .findFirst()
                .flatMap(r -> r.map(gene.name(), "the report of " + gene));
    }

    private List<GeneCall> calls(Gene gene, YamlMap report) {
        boolean phased = isTrue(report, "phased") || isTrue(report, "effectivelyPhased");
        if (!report.has("sourceDiplotypes")) {
            report.flaw("the report of " + gene + " needs 'sourceDiplotypes'");
        }
        List<GeneCall> calls = new ArrayList<>();
        for (Node item : report.items("sourceDiplotypes")) {
            YamlMap.asMap(item, "a diplotype of " + gene, findings)
                    .flatMap(d -> call(gene, d, phased))
                    .ifPresent(calls::add);
        }
        return calls.isEmpty() ? List.of(uncalled(gene, "PharmCAT made no call of " + gene)) : calls;
    }

    private static boolean isTrue(YamlMap map, String key) {
        return map.text(key).filter("true"::equals).isPresent();
    }

    private static GeneCall uncalled(Gene gene, String note) {
        return new GeneCall(gene, List.of(), Optional.empty(), List.of(note));
    }

    private Optional<GeneCall> call(Gene gene, YamlMap diplotype, boolean phased) {
        Optional<String> first = allele(diplotype, "allele1");
        Optional<String> second = allele(diplotype, "allele2");
        List<Optional<Phenotype>> phenotypes = phenotypes(diplotype);
        Optional<Phenotype> stated = phenotypes.size() == 1 ? phenotypes.get(0) : Optional.empty();
        if (first.isEmpty() || second.isEmpty()) {
            String label = diplotype.text("label").orElse("Unknown/Unknown");
            return Optional.of(
                    stated.isPresent()
                            ? new GeneCall(gene, List.of(), stated, List.of())
                            : uncalled(gene, "PharmCAT made no call of " + gene + ": " + label));
        }
        if (isUnassigned(diplotype, "allele1") || isUnassigned(diplotype, "allele2")) {
            return Optional.of(uncalled(
                    gene,
                    gene + " " + first.get() + "/" + second.get()
                            + " holds an allele to which CPIC has assigned no function; give an activity"));
        }
        return YamlMap.parse(
                        diplotype.value("label").orElse(diplotype.node()),
                        first.get() + (phased ? "|" : "/") + second.get(),
                        text -> checked(Diplotype.parse(gene, text)),
                        findings)
                .map(d -> new GeneCall(gene, List.of(d), stated, List.of()));
    }

    private Diplotype checked(Diplotype diplotype) {
        return tables.call(diplotype).diplotype();
    }

    /** The name of an allele; absent where PharmCAT could not call it. */
    private static Optional<String> allele(YamlMap diplotype, String key) {
        return object(diplotype, key)
                .flatMap(a -> a.required("name"))
                .filter(name -> !NO_RESULT.contains(name) && !name.equals("Unknown"));
    }

    private static Optional<YamlMap> object(YamlMap diplotype, String key) {
        boolean isNull =
                diplotype.value(key).isPresent() && diplotype.value(key).get() instanceof ScalarNode;
        return isNull ? Optional.empty() : diplotype.map(key, "'" + key + "'");
    }

    private static boolean isUnassigned(YamlMap diplotype, String key) {
        return object(diplotype, key)
                .flatMap(a -> a.text("function"))
                .filter("Unassigned function"::equals)
                .isPresent();
    }

    private List<Optional<Phenotype>> phenotypes(YamlMap diplotype) {
        return diplotype.words("phenotypes").stream()
                .filter(p -> !NO_RESULT.contains(p))
                .map(p -> YamlMap.parse(
                        diplotype.value("phenotypes").orElse(diplotype.node()), p, Phenotype::parse, findings))
                .toList();
    }
}
