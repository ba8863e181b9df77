package org.thiosim.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.thiosim.io.InputException;
import org.thiosim.io.StorageException;
import org.thiosim.simulation.Purpose;
import org.thiosim.units.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code thiosim}. */
@Command(
        name = "thiosim",
        description = {
            "Simulates thiopurine metabolism: azathioprine and 6-mercaptopurine to 6-TGN and 6-MMPR, by TPMT and NUDT15"
                    + " genotype and under allopurinol.",
            Purpose.NOTICE
        },
        subcommands = {
            RunCommand.class,
            ChartCommand.class,
            GalleryCommand.class,
            QualifyCommand.class,
            CohortCommand.class,
            MergeCommand.class,
            ModelCommand.class,
            GenotypeCommand.class,
            PageCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  thiosim run scenarios/single/allopurinol-interaction.yaml -o out",
            "  thiosim run scenarios/single/tpmt-genotypes.yaml -o out --set 'patient.weight=50 kg'",
            "  thiosim qualify -o out",
            "  thiosim model show thiopurine --with allopurinol",
            "  thiosim page -o thiopurines.html",
            "  thiosim cohort scenarios/cohort/european-ibd.yaml -n 1000 -o out",
            "%nExit codes: 0 good, 1 the solve or the program failed, 2 usage or input, 3 a cohort finished with failed"
                    + " patients."
        })
public final class Main implements Runnable {
    static final int FAILED = 1;
    private static final int HELP_WIDTH = 120;
    static final int BAD_INPUT = 2;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    public Main() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(execute(out, err, arguments));
    }

    /** Runs a command and returns its exit code. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(HELP_WIDTH);
        line.registerConverter(Long.class, t -> whole(t, Long::valueOf));
        line.registerConverter(long.class, t -> whole(t, Long::valueOf));
        line.registerConverter(int.class, t -> whole(t, Integer::valueOf));
        line.setExecutionExceptionHandler(Main::fail);
        line.setParameterExceptionHandler(Main::misuse);
        int code = line.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static <T> T whole(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw new CommandLine.TypeConversionException("expected a whole number such as 8, found '" + text + "'");
        }
    }

    private static int fail(Exception exception, CommandLine line, CommandLine.ParseResult parsed) {
        if (exception instanceof InputException input) {
            input.findings().forEach(line.getErr()::println);
            int count = input.findings().size();
            line.getErr()
                    .println(
                            count == 1
                                    ? "1 mistake found, nothing was run."
                                    : count + " mistakes found, nothing was run.");
            return BAD_INPUT;
        }
        if (exception instanceof StorageException) {
            line.getErr().println(exception.getMessage());
            return FAILED;
        }
        line.getErr().println("thiosim failed: " + exception);
        line.getErr().println("This is a fault of the program; please report it with the command and the files.");
        for (StackTraceElement element : exception.getStackTrace()) {
            line.getErr().println("    at " + element);
        }
        return FAILED;
    }

    private static int misuse(ParameterException exception, String[] arguments) {
        CommandLine line = exception.getCommandLine();
        line.getErr().println(exception.getMessage());
        nearest(exception).ifPresent(s -> line.getErr().println("Did you mean '" + s + "'?"));
        line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return BAD_INPUT;
    }

    /** The command or option that an argument nobody knows comes near. */
    private static Optional<String> nearest(ParameterException exception) {
        if (!(exception instanceof CommandLine.UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        CommandSpec known = exception.getCommandLine().getCommandSpec();
        Set<String> words = new TreeSet<>(known.subcommands().keySet());
        known.options().forEach(o -> words.addAll(List.of(o.names())));
        return unmatched.getUnmatched().stream().findFirst().flatMap(u -> Suggestion.nearest(u, words));
    }

    /** The version in the program's manifest. */
    static final class Version implements IVersionProvider {
        static String text() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {"thiosim " + text(), "Java " + Runtime.version()};
        }
    }
}
