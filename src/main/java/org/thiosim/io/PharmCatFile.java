package org.thiosim.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thiosim.genetics.AlleleTable;
import org.thiosim.genetics.Diplotype;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneCall;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.Phenotype;
import org.thiosim.genetics.PhenotypeCall;

/**
 * Reads the calls of TPMT and NUDT15 from a file of PharmCAT: the JSON of its phenotyper, or a TSV of outside calls
 * (gene, diplotype, phenotype, activity score). Other genes are left out.
 */
public final class PharmCatFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PharmCatFile() {}

    /**
     * The calls of a file, by gene; a gene that the file does not name has no entry.
     *
     * @throws InputException with every mistake and its place
     */
    public static Map<Gene, GeneCall> read(Path file, GeneticData tables) {
        return read(YamlSource.read(file), tables);
    }

    /** The calls of a text already read; JSON where it starts with a brace, else TSV. */
    public static Map<Gene, GeneCall> read(YamlSource file, GeneticData tables) {
        boolean marked = file.text().startsWith(BYTE_ORDER_MARK);
        YamlSource source = marked ? new YamlSource(file.name(), file.text().substring(1)) : file;
        Findings findings = new Findings();
        Map<Gene, GeneCall> calls = source.text().stripLeading().startsWith("{")
                ? new PharmCatJson(source, tables, findings).read()
                : new PharmCatTsv(source, tables, findings).read();
        findings.throwAny();
        if (calls.isEmpty()) {
            throw new InputException(source.name(), "holds no call of TPMT or NUDT15");
        }
        return calls;
    }

    /** Merges what several lines or diplotypes of a file say of one gene. */
    static Map<Gene, GeneCall> byGene(List<GeneCall> calls, GeneticData tables) {
        Map<Gene, GeneCall> merged = new EnumMap<>(Gene.class);
        calls.forEach(call -> merged.merge(call.gene(), call, PharmCatFile::together));
        merged.replaceAll((gene, call) -> compared(call, tables.alleles(gene)));
        return merged;
    }

    private static GeneCall together(GeneCall a, GeneCall b) {
        List<Diplotype> candidates = new ArrayList<>(a.candidates());
        b.candidates().stream().filter(d -> !candidates.contains(d)).forEach(candidates::add);
        List<String> notes = new ArrayList<>(a.notes());
        b.notes().stream().filter(n -> !notes.contains(n)).forEach(notes::add);
        Optional<Phenotype> stated = a.stated().equals(b.stated()) ? a.stated() : Optional.empty();
        if (stated.isEmpty() && a.stated().isPresent() && b.stated().isPresent()) {
            notes.add("the file states different phenotypes of " + a.gene() + ": "
                    + a.stated().get().term() + " and " + b.stated().get().term());
        }
        return new GeneCall(a.gene(), candidates, stated, notes);
    }

    /** Notes where the stated phenotype is not that of any diplotype. */
    private static GeneCall compared(GeneCall call, AlleleTable table) {
        List<Phenotype> ours = call.candidates().stream()
                .map(table::call)
                .map(PhenotypeCall::phenotype)
                .distinct()
                .toList();
        if (ours.isEmpty()
                || call.stated().isEmpty()
                || ours.contains(call.stated().get())) {
            return call;
        }
        List<String> notes = new ArrayList<>(call.notes());
        notes.add("the file states " + call.stated().get().term() + " for "
                + call.candidates().get(0) + ", " + table.version() + " gives "
                + ours.get(0).term());
        return new GeneCall(call.gene(), call.candidates(), call.stated(), notes);
    }
}
