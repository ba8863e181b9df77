package org.thiosim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.thiosim.chart.Chart;
import org.thiosim.chart.PictureFormat;
import org.thiosim.chart.ResultCharts;
import org.thiosim.io.InputException;
import org.thiosim.io.ResultFolder;
import org.thiosim.io.ScenarioFile;
import org.thiosim.simulation.Purpose;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code thiosim gallery}: a page with the pictures of every scenario. */
@Command(
        name = "gallery",
        description = "Runs every scenario and writes a page with its pictures: gallery.md and images/ in a folder.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = {"  thiosim gallery scenarios/single scenarios/teaching -o docs"})
final class GalleryCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "SCENARIO",
            arity = "1..*",
            description = "Scenario files, or folders whose scenario files are taken in order of their names.")
    private List<Path> scenarios = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            required = true,
            description = "Folder for gallery.md and its pictures; files of other names there are left alone.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    GalleryCommand() {}

    @Override
    public Integer call() {
        StringBuilder page = new StringBuilder("# Gallery\n\n");
        page.append("Every scenario in pictures, made by `thiosim gallery`. " + Purpose.NOTICE + "\n");
        try {
            List<Scenario> read = new ArrayList<>();
            for (Path file : files()) {
                read.add(ScenarioFile.read(file, LibraryChoice.library(), List.of())
                        .scenario());
            }
            makeFolder();
            for (Scenario scenario : read) {
                add(RunRecord.of(Simulator.run(scenario)), page);
            }
            ResultFolder.writeWhole(out.resolve("gallery.md"), page.toString());
            spec.commandLine().getOut().println(read.size() + " scenarios in " + out.resolve("gallery.md"));
        } catch (IOException e) {
            throw ResultFolder.unwritable(out, e);
        }
        return 0;
    }

    private void makeFolder() {
        try {
            Files.createDirectories(out.resolve("images"));
        } catch (IOException e) {
            throw ResultFolder.unusable(out, e);
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path given : scenarios) {
            if (Files.isDirectory(given)) {
                try (Stream<Path> inside = Files.list(given)) {
                    inside.filter(p -> p.toString().endsWith(".yaml")).sorted().forEach(files::add);
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            } else {
                files.add(given);
            }
        }
        if (files.isEmpty()) {
            throw new InputException(String.valueOf(scenarios.get(0)), "holds no scenario (*.yaml)");
        }
        return files;
    }

    private void add(RunRecord run, StringBuilder page) throws IOException {
        String id = run.head().id();
        page.append("\n## ").append(markdown(run.head().title())).append("\n\n");
        page.append(markdown(run.head().lesson().strip()))
                .append("\n\n`")
                .append(id)
                .append("`\n");
        List<Chart> charts = ResultCharts.of(run);
        int observable = 0;
        for (Chart chart : charts) {
            if (chart.name().equals(ResultCharts.OVERVIEW)
                    || ResultCharts.isPathway(chart)
                    || observable++ == 0
                    || chart.name().endsWith("-day")
                    || chart.name().endsWith("-week")) {
                String image = "images/" + id + "-" + chart.name() + ".svg";
                Files.write(out.resolve(image), chart.draw(PictureFormat.SVG));
                page.append("\n![")
                        .append(markdown(chart.title()))
                        .append("](")
                        .append(image)
                        .append(")\n");
            }
        }
    }

    /** Text in which nothing is taken for markup. */
    private static String markdown(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1").replaceAll("\\s+", " ");
    }
}
