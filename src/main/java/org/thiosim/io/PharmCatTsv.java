package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.thiosim.genetics.Diplotype;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneCall;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.Phenotype;

/**
 * PharmCAT's table of outside calls: gene, diplotype, phenotype and activity score between tabs; {@code #} starts a
 * comment, {@code or} separates alternative diplotypes, {@code .} and {@code ./.} are no call.
 */
final class PharmCatTsv {
    private static final int MOST_FIELDS = 4;

    private final YamlSource source;
    private final GeneticData tables;
    private final Findings findings;

    PharmCatTsv(YamlSource source, GeneticData tables, Findings findings) {
        this.source = source;
        this.tables = tables;
        this.findings = findings;
        findings.file(source.name(), source.text());
    }

    Map<Gene, GeneCall> read() {
        List<String> lines = source.text().lines().toList();
        List<GeneCall> calls = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                new Line(i, line.split("\t", -1)).call().ifPresent(calls::add);
            }
        }
        findings.throwAny();
        return PharmCatFile.byGene(calls, tables);
    }

    /** One call while it is read. */
    private final class Line {
        private final int number;
        private final String[] fields;

        Line(int number, String[] fields) {
            this.number = number;
            this.fields = fields;
        }

        Optional<GeneCall> call() {
            String symbol = field(0);
            Optional<Gene> gene = Stream.of(Gene.values())
                    .filter(g -> g.name().equals(symbol.toUpperCase(Locale.ROOT)))
                    .findFirst();
            if (symbol.isEmpty()) {
                flaw(0, "no gene; a line reads: gene, tab, diplotype, tab, phenotype");
            } else if (fields.length < 2) {
                flaw(0, "expected at least a gene and a diplotype with a tab between them");
            } else if (fields.length > MOST_FIELDS) {
                flaw(
                        MOST_FIELDS,
                        "has " + fields.length + " fields; at most gene, diplotype, phenotype, activity score");
            } else {
                return gene.flatMap(this::call);
            }
            return Optional.empty();
        }

        private Optional<GeneCall> call(Gene gene) {
            String text = field(1);
            boolean noCall = text.equals(".") || text.equals("./.");
            List<Diplotype> candidates = noCall || text.isEmpty() ? List.of() : diplotypes(gene, text);
            String term = field(2).replace(gene.name(), "").strip();
            Optional<Phenotype> stated = term.isEmpty() ? Optional.empty() : parsed(2, term, Phenotype::parse);
            if (text.isEmpty() && field(2).isEmpty()) {
                flaw(
                        1,
                        gene + " needs a diplotype or a phenotype"
                                + (field(3).isEmpty() ? "" : "; it has no activity score"));
                return Optional.empty();
            }
            List<String> notes = noCall && stated.isEmpty() ? List.of("the file makes no call of " + gene) : List.of();
            return Optional.of(new GeneCall(gene, candidates, stated, notes));
        }

        private List<Diplotype> diplotypes(Gene gene, String text) {
            return Stream.of(text.split(" or ", -1))
                    .flatMap(d -> parsed(
                            1, d, t -> tables.call(Diplotype.parse(gene, t)).diplotype())
                            .stream())
                    .toList();
        }

        private <T> Optional<T> parsed(int field, String text, Function<String, T> parser) {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException e) {
                flaw(field, Optional.ofNullable(e.getMessage()).orElse("cannot be read"));
                return Optional.empty();
            }
        }

        private String field(int index) {
            return index < fields.length ? fields[index].strip() : "";
        }

        private void flaw(int field, String message) {
            int column =
                    Stream.of(fields).limit(field).mapToInt(f -> f.length() + 1).sum();
            findings.add(Optional.of(new Mark(source.name(), 0, number, column, new char[0], 0)), 0, message);
        }
    }
}
