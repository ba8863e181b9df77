package org.thiosim.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.thiosim.qualification.DirectionCheck;
import org.thiosim.qualification.FoldErrorSummary;
import org.thiosim.qualification.Qualification;
import org.thiosim.qualification.QualificationRow;
import org.thiosim.qualification.QualificationSummary;
import org.thiosim.simulation.Purpose;

/** What a qualification prints: directions of effect, rows without a comparison, summaries by set and by study. */
final class QualificationReport {
    private final Qualification qualification;

    QualificationReport(Qualification qualification) {
        this.qualification = qualification;
    }

    void print(PrintWriter out, PrintWriter problems) {
        directions(out, problems);
        List<QualificationRow> uncompared = qualification.uncompared();
        if (!uncompared.isEmpty()) {
            out.println("\nListed but not compared:");
            uncompared.forEach(r -> out.println("  " + r.study().id() + ", "
                    + r.observation().arm() + ", " + r.observation().measurand().label() + ": " + r.absence()));
        }
        out.println();
        TextTable.print(out, table("set", r -> r.study().set()));
        out.println();
        TextTable.print(out, table("study", r -> r.study().id()));
        out.println();
        QualificationSummary summary = QualificationSummary.of(qualification.rows());
        out.println("Ratios: " + summary.ratios());
        out.println("Levels, no scale: " + summary.levels());
        out.println("Levels, one free scale per assay group of two and more: " + summary.scaledLevels());
        out.println(Purpose.NOTICE);
    }

    private void directions(PrintWriter out, PrintWriter problems) {
        List<DirectionCheck> checks = qualification.directions();
        long wrong = checks.stream().filter(DirectionCheck::isWrong).count();
        long skipped = checks.stream()
                .filter(c -> c.verdict() == DirectionCheck.Verdict.NOT_APPLICABLE)
                .count();
        out.println("Direction of effect: " + (checks.size() - wrong - skipped) + " right, " + wrong + " wrong, "
                + skipped + " not applicable");
        checks.stream()
                .filter(DirectionCheck::isWrong)
                .forEach(c -> problems.println("WRONG DIRECTION: " + c.effect() + ": " + c.observable() + " must go "
                        + c.expected() + ", but " + c.found()));
    }

    private List<List<String>> table(String name, Function<QualificationRow, String> property) {
        Map<String, QualificationSummary> summaries = QualificationSummary.by(qualification.rows(), property);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(name, "n", "GMFE", "bias", "within 1.25/1.5/2-fold, %"));
        summaries.forEach((k, s) -> rows.add(row(k, s.all())));
        return rows;
    }

    private static List<String> row(String name, FoldErrorSummary summary) {
        return List.of(
                name,
                String.valueOf(summary.n()),
                String.format(Locale.ROOT, "%.2f", summary.gmfe()),
                String.format(Locale.ROOT, "%.2f", summary.bias()),
                summary.shares());
    }
}
