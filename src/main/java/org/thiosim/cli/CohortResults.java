package org.thiosim.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.thiosim.chart.Chart;
import org.thiosim.chart.CohortCharts;
import org.thiosim.cohort.ArmDoses;
import org.thiosim.cohort.Caveats;
import org.thiosim.cohort.CohortSummary;
import org.thiosim.cohort.PublishedComparison;
import org.thiosim.cohort.PublishedValue;
import org.thiosim.cohort.Tally;
import org.thiosim.io.CohortFile.LoadedCohort;
import org.thiosim.io.CohortFolder;
import org.thiosim.io.CohortManifest;
import org.thiosim.io.CohortTables;
import org.thiosim.io.PartStore;
import org.thiosim.io.TableFormat;
import org.thiosim.report.CohortPage;
import org.thiosim.simulation.Purpose;
import org.thiosim.units.EnDash;
import org.thiosim.units.Numbers;
import org.thiosim.units.Percent;
import picocli.CommandLine;

/** Makes the results of a cohort whose blocks are all stored. */
final class CohortResults {
    static final int SOME_FAILED = 3;

    private static final int DIGITS = 3;

    private final LoadedCohort loaded;
    private final CommandLine line;

    CohortResults(LoadedCohort loaded, CommandLine line) {
        this.loaded = loaded;
        this.line = line;
    }

    /** Writes every file and prints a summary; returns the exit code. */
    int finish(PartStore store, CohortFolder folder, TableFormat format, Path out) {
        Tally tally = new Tally(loaded.cohort());
        store.read(tally::add);
        CohortSummary summary = tally.summary();
        Caveats caveats = Caveats.of(loaded.cohort());
        List<PublishedComparison> comparisons = PublishedComparison.of(loaded.published(), summary);
        folder.join(store, format);
        SortedMap<String, byte[]> files = CohortTables.of(loaded.cohort(), summary, caveats, comparisons, format);
        byte[] manifest = CohortManifest.of(loaded, summary, caveats, Main.Version.text());
        List<Chart> charts = CohortCharts.of(loaded.cohort(), summary, caveats);
        SortedMap<String, byte[]> drawn = ChartFiles.of(charts);
        files.putAll(drawn);
        files.put(
                "report.html",
                CohortPage.of(
                        loaded.cohort(),
                        summary,
                        caveats,
                        comparisons,
                        ChartFiles.svg(charts, drawn),
                        new String(manifest, StandardCharsets.UTF_8)));
        folder.finish(files, manifest);
        print(summary, caveats, comparisons, out);
        return summary.failures() > 0 ? SOME_FAILED : 0;
    }

    private void print(CohortSummary summary, Caveats caveats, List<PublishedComparison> comparisons, Path out) {
        PrintWriter printer = line.getOut();
        printer.println(loaded.cohort().head().title() + ", " + loaded.cohort().size() + " patients");
        List<ArmDoses> doses = ArmDoses.of(loaded.cohort(), summary);
        doses.forEach(d -> printer.println("  takes: " + d.line()));
        for (CohortSummary.Attainment a : summary.attainment()) {
            if (a.cell().stratum().equals("all") && a.share().count() > 0) {
                printer.println(
                        "  " + a.cell().arm() + ": " + EnDash.of(a.target().title()) + ": "
                                + Percent.of(a.share().value()) + " ("
                                + Percent.of(a.share().low()) + " to "
                                + Percent.of(a.share().high()) + ")");
            }
        }
        for (PublishedComparison c : comparisons) {
            boolean share = c.published().subject() instanceof PublishedValue.Subject.Attained;
            printer.println("  " + EnDash.of(c.published().what()) + ": "
                    + figure(c.predicted().estimate(), share) + " ("
                    + figure(c.predicted().low(), share) + " to "
                    + figure(c.predicted().high(), share) + "), published "
                    + figure(c.published().value(), share));
        }
        ArmDoses.otherwise(doses).forEach(o -> printer.println("  note: " + EnDash.of(o)));
        caveats.lines(loaded.cohort()).forEach(c -> printer.println("  note: " + EnDash.of(c)));
        if (summary.failures() > 0) {
            line.getErr().println(summary.failures() + " courses failed; failures.csv says why");
        }
        printer.println(Purpose.NOTICE);
        printer.println("Results in " + out);
    }

    private static String figure(double value, boolean share) {
        return share ? Percent.of(value) : Numbers.format(value, DIGITS);
    }
}
