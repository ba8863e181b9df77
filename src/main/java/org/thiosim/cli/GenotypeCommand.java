package org.thiosim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.thiosim.genetics.Allele;
import org.thiosim.genetics.Diplotype;
import org.thiosim.genetics.DiseaseContext;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneCall;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.GenotypeReport;
import org.thiosim.genetics.GenotypeReport.DoseAdvice;
import org.thiosim.genetics.GenotypeReport.GeneFacts;
import org.thiosim.genetics.GuidelineTable.Situation;
import org.thiosim.genetics.Phenotype;
import org.thiosim.genetics.PhenotypeCall;
import org.thiosim.genetics.RelativeActivity;
import org.thiosim.genetics.Thiopurine;
import org.thiosim.io.GenotypeJson;
import org.thiosim.io.PharmCatFile;
import org.thiosim.units.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code thiosim genotype}: what a diplotype of TPMT or NUDT15 means. */
@Command(
        name = "genotype",
        description = "Prints phenotype, relative activity and starting doses of a TPMT or NUDT15 diplotype.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  thiosim genotype TPMT '*1/*3A'",
            "  thiosim genotype TPMT '*1/*3A' NUDT15 '*1/*3' --json",
            "  thiosim genotype --from patient.phenotype.json"
        })
final class GenotypeCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "GENE DIPLOTYPE",
            description = "TPMT or NUDT15 and its diplotype; '|' between the alleles where the phase is known.")
    private List<String> words = List.of();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Reads the calls from a file of PharmCAT: its phenotyper JSON or an outside-call TSV.")
    private @Nullable Path from;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    GenotypeCommand() {}

    @Override
    public Integer call() {
        GeneticData tables = LibraryChoice.library().genetics().get();
        GenotypeReport report = report(tables);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(GenotypeJson.of(report));
            return 0;
        }
        report.genes().forEach((gene, facts) -> gene(out, gene, facts, tables));
        doses(out, report);
        out.println("\nFor teaching and research, never for dosing a patient.");
        return 0;
    }

    private GenotypeReport report(GeneticData tables) {
        if (from != null) {
            if (!words.isEmpty()) {
                throw misuse("give a diplotype or --from FILE, not both");
            }
            return GenotypeReport.of(PharmCatFile.read(from, tables), tables);
        }
        if (words.isEmpty() || words.size() % 2 != 0) {
            throw misuse("a gene and its diplotype are needed, for example: thiosim genotype TPMT '*1/*3A'");
        }
        try {
            Map<Gene, GeneCall> calls = new EnumMap<>(Gene.class);
            for (int i = 0; i < words.size(); i += 2) {
                Gene gene = Gene.parse(words.get(i));
                Diplotype diplotype = Diplotype.parse(gene, words.get(i + 1));
                calls.put(gene, new GeneCall(gene, List.of(diplotype), java.util.Optional.empty(), List.of()));
            }
            return GenotypeReport.of(calls, tables);
        } catch (IllegalArgumentException e) {
            throw misuse(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static void gene(PrintWriter out, Gene gene, GeneFacts facts, GeneticData tables) {
        if (facts.written().isEmpty()) {
            out.println(gene + ": "
                    + facts.call()
                            .stated()
                            .map(Phenotype::term)
                            .map(t -> t + ", as the file states")
                            .orElse("not called"));
        }
        for (PhenotypeCall call : facts.written()) {
            out.println(call.diplotype() + ": " + call.phenotype().term());
            allele(out, call.first());
            if (!call.second().equals(call.first())) {
                allele(out, call.second());
            }
            out.println("  relative activity " + activity(call.activity()) + " (two normal alleles = 1)");
        }
        for (PhenotypeCall other : facts.ambiguous()) {
            out.println("  without phase the same variants are also "
                    + other.diplotype().label() + ": " + other.phenotype().term() + ", relative activity "
                    + activity(other.activity()));
        }
        facts.call().notes().forEach(n -> out.println("  note: " + n));
        out.println("  table: " + tables.alleles(gene).version());
    }

    private static void allele(PrintWriter out, Allele allele) {
        out.println("  " + allele.name() + "  " + allele.function().term());
    }

    private static String activity(RelativeActivity activity) {
        return switch (activity.basis()) {
            case PHENOTYPE -> Numbers.format(activity.value().getAsDouble(), 4);
            case KINETICS -> Numbers.format(activity.value().getAsDouble(), 4) + " by enzyme kinetics in vitro";
            case UNKNOWN ->
                "not known: between " + Numbers.format(activity.bounds().low(), 4) + " and "
                        + Numbers.format(activity.bounds().high(), 4);
        };
    }

    /** Starting doses, one line for all drugs and contexts that a guideline treats alike. */
    private static void doses(PrintWriter out, GenotypeReport report) {
        Set<String> assumed = new LinkedHashSet<>();
        for (Gene gene : Gene.values()) {
            if (!report.genes().containsKey(gene)) {
                assumed.add(gene + " taken as normal");
            }
        }
        out.println("\nStarting dose" + (assumed.isEmpty() ? "" : " (" + String.join(", ", assumed) + ")") + ":");
        Map<String, Map<String, Set<Situation>>> lines = new LinkedHashMap<>();
        for (DoseAdvice advice : report.doses()) {
            String head = advice.guideline() + " [" + advice.version() + "], TPMT "
                    + advice.situation().tpmt().word() + ", NUDT15 "
                    + advice.situation().nudt15().word();
            lines.computeIfAbsent(head, h -> new LinkedHashMap<>())
                    .computeIfAbsent(advice.dose().text(), t -> new LinkedHashSet<>())
                    .add(advice.situation());
        }
        lines.forEach((head, texts) -> {
            out.println("  " + head);
            texts.forEach((text, situations) -> out.println("    " + who(situations) + ": " + text));
        });
    }

    private static String who(Set<Situation> situations) {
        Map<Thiopurine, Set<DiseaseContext>> drugs = new LinkedHashMap<>();
        situations.forEach(
                s -> drugs.computeIfAbsent(s.drug(), d -> new LinkedHashSet<>()).add(s.context()));
        return drugs.entrySet().stream()
                .map(e -> e.getKey().word()
                        + (e.getValue().size() == DiseaseContext.values().length
                                ? ""
                                : " ("
                                        + e.getValue().stream()
                                                .map(DiseaseContext::word)
                                                .collect(Collectors.joining(", "))
                                        + ")"))
                .collect(Collectors.joining(", "));
    }
}
