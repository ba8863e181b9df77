package org.thiosim.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.thiosim.chart.ResultCharts;
import org.thiosim.io.ResultFiles;
import org.thiosim.io.ResultFolder;
import org.thiosim.simulation.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code thiosim chart}: draws the pictures of a run again from its files. */
@Command(
        name = "chart",
        description = "Draws the charts of a run again, from the files in its folder and without a run.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  thiosim chart out", "  thiosim chart out --arms full-dose,third-dose-with-allopurinol"})
final class ChartCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Folder made by 'thiosim run -o DIR'.")
    private Path folder;

    @Option(
            names = "--arms",
            split = ",",
            paramLabel = "ARM",
            description =
                    "The two arms of the pathway picture, with a comma; the first arm against each of the others by"
                            + " default.")
    private List<String> arms = List.of();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ChartCommand() {}

    @Override
    public Integer call() {
        RunRecord run = ResultFiles.in(folder);
        SortedMap<String, byte[]> files = ChartFiles.of(ResultCharts.of(run, compared(run)));
        ResultFolder.of(folder).replace("charts", files);
        spec.commandLine().getOut().println(files.size() + " pictures in " + folder.resolve("charts"));
        return 0;
    }

    private Optional<List<String>> compared(RunRecord run) {
        if (arms.isEmpty()) {
            return Optional.empty();
        }
        if (arms.size() != 2 || !run.armNames().containsAll(arms)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--arms takes two of " + String.join(", ", run.armNames()) + ", found " + String.join(", ", arms));
        }
        return Optional.of(arms);
    }
}
