package org.thiosim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.thiosim.io.Finding;
import org.thiosim.io.FullModel;
import org.thiosim.io.InputException;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.QualificationManifest;
import org.thiosim.io.QualificationTable;
import org.thiosim.io.ResultFolder;
import org.thiosim.io.StudyFile;
import org.thiosim.io.StudyFile.LoadedStudy;
import org.thiosim.kernel.GeneratedKernel;
import org.thiosim.model.ModelPart;
import org.thiosim.qualification.DirectionCheck;
import org.thiosim.qualification.DirectionChecks;
import org.thiosim.qualification.Qualification;
import org.thiosim.qualification.StudyResult;
import org.thiosim.report.QualificationCharts;
import org.thiosim.report.QualificationMarkdown;
import org.thiosim.report.QualificationPage;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.CompiledModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code thiosim qualify}: predicted against published, study by study. */
@Command(
        name = "qualify",
        description = "Simulates published studies and says how far the model is from what was measured.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  thiosim qualify -o out",
            "  thiosim qualify my-studies scenarios/studies/zimm-1983.yaml -o out",
            "  thiosim qualify -o out --markdown docs/qualification.md",
            "%nA study is a scenario with observations; scenarios/studies/README.md shows how to add one.",
            "%nExit codes: 0 good, 1 a solve failed or an effect points the wrong way, 2 usage or input."
        })
final class QualifyCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "STUDY",
            arity = "0..*",
            description = "Study files, or folders of them; without any, the studies that come with thiosim.")
    private List<Path> places = List.of();

    @Mixin
    private ResultPlace out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Studies simulated at the same time; all processors when not given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--markdown", paramLabel = "FILE", description = "Also writes the tables as Markdown to a file.")
    private @org.jspecify.annotations.Nullable Path markdown;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    QualifyCommand() {}

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "--threads is at least 1, found " + threads);
        }
        ResultFolder folder = ResultFolder.at(out.folder());
        if (markdown != null) {
            ResultFolder.requireFile(markdown);
        }
        ModelLibrary library = LibraryChoice.library();
        List<LoadedStudy> studies = read(library);
        List<StudyResult> results =
                Qualification.run(studies.stream().map(LoadedStudy::study).toList(), threads);
        Qualification qualification = new Qualification(results, directions(studies, library));
        folder.write(files(studies, qualification));
        if (markdown != null) {
            ResultFolder.writeWhole(markdown, QualificationMarkdown.of(qualification));
        }
        print(qualification);
        boolean wrong = qualification.directions().stream().anyMatch(DirectionCheck::isWrong);
        return qualification.isSolved() && !wrong ? 0 : Main.FAILED;
    }

    /** Reads every study; the mistakes of all of them are reported at once. */
    private List<LoadedStudy> read(ModelLibrary library) {
        List<LoadedStudy> studies = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Path file : LibraryChoice.studies(places)) {
            try {
                studies.add(StudyFile.read(file, library));
            } catch (InputException e) {
                findings.addAll(e.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new InputException(findings);
        }
        return studies;
    }

    /** The checks of each host model among the studies. */
    private List<DirectionCheck> directions(List<LoadedStudy> studies, ModelLibrary library) {
        Map<String, ModelPart> hosts = new LinkedHashMap<>();
        studies.forEach(s -> hosts.putIfAbsent(
                s.loaded().model().model().host().file(),
                s.loaded().model().model().host()));
        List<DirectionCheck> checks = new ArrayList<>();
        for (ModelPart host : hosts.values()) {
            CompiledModel model =
                    CompiledModel.of(FullModel.of(host, library, DirectionChecks.names()), GeneratedKernel::of);
            checks.addAll(DirectionChecks.of(model, threads));
        }
        return checks;
    }

    private static SortedMap<String, byte[]> files(List<LoadedStudy> studies, Qualification qualification) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("qualification.csv", QualificationTable.of(qualification));
        files.put("manifest.json", QualificationManifest.of(studies, qualification, Main.Version.text()));
        QualificationCharts charts = QualificationCharts.of(qualification);
        files.putAll(charts.files());
        files.put("report.html", QualificationPage.of(qualification, charts));
        return files;
    }

    private void print(Qualification qualification) {
        PrintWriter printer = spec.commandLine().getOut();
        PrintWriter problems = spec.commandLine().getErr();
        new QualificationReport(qualification).print(printer, problems);
        for (StudyResult study : qualification.studies()) {
            for (ArmResult arm : study.simulation().arms()) {
                if (!arm.isSuccess()) {
                    problems.println(
                            "Study " + study.study().id() + ", arm " + arm.arm().name() + " could not be solved: "
                                    + arm.outcome().message());
                }
            }
        }
        printer.println("Results in " + out);
        printer.println("All rows: " + qualification.all());
    }
}
