package org.thiosim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.thiosim.io.InputException;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ModelLibrary.LoadedModel;
import org.thiosim.io.ModelLibrary.Request;
import org.thiosim.io.ModelLint;
import org.thiosim.io.PublishedFigures;
import org.thiosim.model.Model;
import org.thiosim.model.ModelPart;
import org.thiosim.simulation.CompiledModel;
import org.thiosim.simulation.KernelListing;
import org.thiosim.simulation.PublishedFigure;
import org.thiosim.units.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code thiosim model}: what the models say. */
@Command(
        name = "model",
        description = "Lists, shows, compares, recomputes and checks models and modules.",
        subcommands = CompareCommand.class,
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  thiosim model list",
            "  thiosim model show thiopurine --with allopurinol,neutrophils",
            "  thiosim model show hawwa-2008 --kernel",
            "  thiosim model published hawwa-2008",
            "  thiosim model compare thiopurine lin-2021 --regimen 'azathioprine 2 mg/kg every 1 d' -o out",
            "  thiosim model check my-module.yaml --host thiopurine"
        })
final class ModelCommand implements Runnable {
    private static final int DIGITS = 5;
    private static final Path HERE = Path.of("").toAbsolutePath();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ModelCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say list, show, compare, published or check");
    }

    @Command(
            name = "list",
            description = "Lists the models and modules of the library.",
            mixinStandardHelpOptions = true)
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        for (ModelLibrary.Entry entry : LibraryChoice.library().entries()) {
            describe(out, entry.part());
        }
        return 0;
    }

    private static void describe(PrintWriter out, ModelPart part) {
        ModelPart.Header header = part.header();
        out.println(header.id() + " (" + header.kind().word() + "): " + header.title());
        line(out, "drugs", String.join(", ", part.inputs().drugs().keySet()));
        line(out, "population", header.population());
        line(out, "gives", String.join(", ", part.outputs().observables().keySet()));
        header.limits().forEach(l -> line(out, "cannot", l));
    }

    private static void line(PrintWriter out, String name, String text) {
        if (!text.isEmpty()) {
            out.println("  " + name + ": " + text);
        }
    }

    @Command(
            name = "published",
            description = "Recomputes the figures that the source of a model prints.",
            mixinStandardHelpOptions = true)
    int published(@Parameters(paramLabel = "MODEL", description = "Name in the library, or a path.") String model) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("figure", "published", "recomputed", "deviation", "allowed"));
        boolean all = true;
        for (PublishedFigure figure : figures(model)) {
            PublishedFigure.Recomputed again = figure.recompute();
            all &= again.agrees();
            rows.add(List.of(
                    figure.what(),
                    figure.published().toString(),
                    Numbers.format(again.value(), DIGITS),
                    Numbers.format(100 * again.deviation(), 2) + " %",
                    Numbers.format(100 * figure.within(), 2) + " %"));
        }
        TextTable.printLeft(spec.commandLine().getOut(), rows);
        return all ? 0 : Main.FAILED;
    }

    private List<PublishedFigure> figures(String model) {
        try {
            return PublishedFigures.of(LibraryChoice.library(), model);
        } catch (InputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    @Command(
            name = "show",
            description = "Prints a model: equations, parameters with value, unit, status and source.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "MODEL", description = "Name in the library, or a path.") String model,
            @Option(
                            names = "--with",
                            split = ",",
                            paramLabel = "MODULE",
                            description = "Modules to merge, with commas.")
                    List<String> modules,
            @Option(
                            names = "--kernel",
                            description = "Print the arithmetic of the generated code instead: slopes and Jacobian.")
                    boolean kernel) {
        Model loaded = load(model, modules == null ? List.of() : modules).model();
        PrintWriter out = spec.commandLine().getOut();
        if (kernel) {
            CompiledModel compiled = CompiledModel.of(loaded);
            out.println("Slopes of " + loaded.id());
            KernelListing.slopes(compiled).forEach(out::println);
            out.println("Jacobian of " + loaded.id());
            KernelListing.jacobian(compiled).forEach(out::println);
        } else {
            new ModelDescription(loaded).print(out);
        }
        return 0;
    }

    @Command(
            name = "check",
            description = "Checks a model or module file and prints every finding.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(paramLabel = "FILE", description = "The file to check.") Path file,
            @Option(
                            names = "--host",
                            paramLabel = "MODEL",
                            defaultValue = "thiopurine",
                            description = "Host of a module (default ${DEFAULT-VALUE}).")
                    String host,
            @Option(
                            names = "--with",
                            split = ",",
                            paramLabel = "MODULE",
                            description = "Further modules to merge, with commas.")
                    List<String> modules) {
        ModelLint.Report report =
                ModelLint.check(LibraryChoice.library(), file, host, modules == null ? List.of() : modules);
        spec.commandLine().getOut().println(file + ": no mistakes; " + report.summary());
        return 0;
    }

    private LoadedModel load(String model, List<String> modules) {
        List<Request> requests = modules.stream().map(m -> new Request(m, HERE)).toList();
        try {
            return LibraryChoice.library().load(new Request(model, HERE), requests);
        } catch (InputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
