package org.thiosim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.thiosim.simulation.Purpose;
import org.thiosim.units.EnDash;
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
            "  thiosim genotype TPMT --alleles",
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

    @Option(names = "--alleles", description = "Lists the alleles of a gene and their function.")
    private boolean alleles;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    GenotypeCommand() {}

    @Override
    public Integer call() {
        GeneticData tables = LibraryChoice.library().genetics().get();
        if (alleles) {
            alleles(tables);
            return 0;
        }
        GenotypeReport report = report(tables);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(GenotypeJson.of(report));
            return 0;
        }
        report.genes().forEach((gene, facts) -> gene(out, gene, facts, tables));
        doses(out, report);
        out.println("\n" + Purpose.NOTICE);
        return 0;
    }

    private void alleles(GeneticData tables) {
        if (words.size() != 1 || from != null || json) {
            throw misuse("--alleles lists those of one gene, for example: thiosim genotype TPMT --alleles");
        }
        try {
            tables.alleles(Gene.parse(words.get(0)))
                    .alleles()
                    .forEach((name, allele) -> spec.commandLine()
                            .getOut()
                            .println(name + " " + allele.function().term()));
        } catch (IllegalArgumentException e) {
            throw misuse(String.valueOf(e.getMessage()));
        }
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
                calls.put(gene, new GeneCall(gene, List.of(diplotype), Optional.empty(), List.of()));
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
        List<PhenotypeCall> calls = facts.calls();
        for (PhenotypeCall call : calls) {
            if (call.equals(calls.get(0))
                    || facts.written().contains(call) && facts.shares().isEmpty()) {
                first(out, call, facts);
            } else {
                out.println("  or, with the same variants" + odds(facts, call) + ": "
                        + call.diplotype().label() + ", " + call.phenotype().term() + ", relative activity "
                        + activity(call.activity()));
            }
        }
        facts.call().notes().forEach(n -> out.println("  note: " + n));
        out.println("  [" + tables.alleles(gene).version() + "]");
    }

    private static void first(PrintWriter out, PhenotypeCall call, GeneFacts facts) {
        out.println(call.diplotype() + ": " + call.phenotype().term() + ", relative activity "
                + activity(call.activity()) + " (two normal alleles = 1)"
                + (facts.written().contains(call) ? "" : "; likelier than what was given, with the same variants"));
        Set<Allele> alleles = new LinkedHashSet<>(List.of(call.first(), call.second()));
        out.println("  "
                + alleles.stream()
                        .map(a -> a.name() + " " + a.function().term().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    /** How rare a call is among people who show the same variants. */
    private static String odds(GeneFacts facts, PhenotypeCall call) {
        if (facts.shares().isEmpty()) {
            return "";
        }
        double share = facts.share(call);
        return share > 0
                ? ", 1 in " + Numbers.format(1 / share, 2) + " by allele frequencies"
                : ", never seen by allele frequencies";
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
        Phenotype tpmt = likeliest(report, Gene.TPMT);
        Phenotype nudt15 = likeliest(report, Gene.NUDT15);
        Map<String, Map<String, Set<Situation>>> lines = new LinkedHashMap<>();
        boolean more = false;
        for (DoseAdvice advice : report.doses()) {
            boolean shown =
                    advice.situation().tpmt() == tpmt && advice.situation().nudt15() == nudt15;
            more |= !shown;
            if (shown) {
                lines.computeIfAbsent(
                                advice.guideline() + " (" + advice.version().version() + ")",
                                h -> new LinkedHashMap<>())
                        .computeIfAbsent(advice.dose().text(), t -> new LinkedHashSet<>())
                        .add(advice.situation());
            }
        }
        lines.forEach((head, texts) -> {
            out.println("  " + head);
            texts.forEach((text, situations) -> out.println("    " + who(situations) + ": " + EnDash.of(text)));
        });
        if (more) {
            out.println("  These are for TPMT " + tpmt.word() + ", NUDT15 " + nudt15.word()
                    + "; --json has those of the other outcomes too.");
        }
    }

    private static Phenotype likeliest(GenotypeReport report, Gene gene) {
        return Optional.ofNullable(report.genes().get(gene)).stream()
                .flatMap(f -> f.phenotypes().stream())
                .findFirst()
                .orElse(Phenotype.NORMAL);
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
