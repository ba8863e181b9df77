package org.thiosim.cohort;

import java.util.List;
import java.util.Optional;
import org.thiosim.cohort.Cohort.Treatment;
import org.thiosim.cohort.CohortSummary.Attainment;
import org.thiosim.cohort.CohortSummary.Band;
import org.thiosim.cohort.CohortSummary.Cell;
import org.thiosim.cohort.CohortSummary.Contrast;
import org.thiosim.cohort.CohortSummary.Interval;
import org.thiosim.cohort.CohortSummary.Level;
import org.thiosim.cohort.CohortSummary.LogLevel;
import org.thiosim.cohort.CohortSummary.Spread;

/** The statistics of one stratum while patients are added. */
final class StratumTally {
    /** Two values of a patient that differ by no more than this part of the larger one are one value, rounded. */
    private static final double ROUNDING = 1e-12;

    private final String stratum;
    private final Treatment treatment;
    private final CohortOutputs outputs;
    private final WeightedQuantiles[][][] quantiles;
    private final WeightedMean[][] targets;
    private final WeightedMean[][] levels;
    private final WeightedMean[][] logs;
    private final WeightedMean[][] riskDifferences;
    private final WeightedMean[][] differences;
    private final WeightedMean[][] logRatios;
    private final boolean[] differs;
    private long patients;

    StratumTally(String stratum, Treatment treatment, boolean exact) {
        this.stratum = stratum;
        this.treatment = treatment;
        this.outputs = treatment.outputs();
        int arms = treatment.arms().size();
        int observables = outputs.observables().size();
        int hours = outputs.hours().size();
        quantiles = new WeightedQuantiles[arms][observables][hours];
        for (WeightedQuantiles[][] arm : quantiles) {
            for (WeightedQuantiles[] observable : arm) {
                for (int k = 0; k < hours; k++) {
                    observable[k] = WeightedQuantiles.of(exact);
                }
            }
        }
        targets = means(arms, outputs.targets().size());
        levels = means(arms, observables);
        logs = means(arms, observables);
        riskDifferences = means(arms, outputs.targets().size());
        differences = means(arms, outputs.metrics().size());
        logRatios = means(arms, outputs.metrics().size());
        differs = new boolean[arms];
    }

    private static WeightedMean[][] means(int rows, int columns) {
        WeightedMean[][] means = new WeightedMean[rows][columns];
        for (WeightedMean[] row : means) {
            for (int i = 0; i < columns; i++) {
                row[i] = new WeightedMean();
            }
        }
        return means;
    }

    /**
     * Adds a patient.
     *
     * @param values of each arm, [observable][time]
     * @param metrics of each arm
     * @param otherwise the arms that prescribe the patient something else than the first arm
     */
    void add(double weight, List<double[][]> values, List<double[]> metrics, boolean[] otherwise) {
        patients++;
        for (int arm = 0; arm < values.size(); arm++) {
            differs[arm] |= otherwise[arm];
            course(arm, weight, values.get(arm));
            double[] own = metrics.get(arm);
            double[] reference = metrics.get(0);
            for (int t = 0; t < targets[arm].length; t++) {
                target(arm, t, weight, own, reference);
            }
            for (int m = 0; arm > 0 && m < own.length; m++) {
                contrast(arm, m, weight, own[m], reference[m]);
            }
        }
    }

    private void course(int arm, double weight, double[][] values) {
        for (int o = 0; o < values.length; o++) {
            for (int k = 0; k < values[o].length; k++) {
                quantiles[arm][o][k].add(values[o][k], weight);
            }
            double last = values[o].length == 0 ? Double.NaN : values[o][values[o].length - 1];
            if (!Double.isNaN(last)) {
                levels[arm][o].add(last, weight);
            }
            if (last > 0) {
                logs[arm][o].add(StrictMath.log(last), weight);
            }
        }
    }

    private void target(int arm, int t, double weight, double[] own, double[] reference) {
        Target target = outputs.targets().get(t);
        if (target.applies(own)) {
            double attained = target.holds(own) ? 1 : 0;
            targets[arm][t].add(attained, weight);
            if (arm > 0 && target.applies(reference)) {
                riskDifferences[arm][t].add(attained - (target.holds(reference) ? 1 : 0), weight);
            }
        }
    }

    private void contrast(int arm, int m, double weight, double own, double reference) {
        if (!Double.isNaN(own) && !Double.isNaN(reference)) {
            boolean same = Math.abs(own - reference) <= ROUNDING * Math.max(Math.abs(own), Math.abs(reference));
            differences[arm][m].add(same ? 0 : own - reference, weight);
            if (own > 0 && reference > 0) {
                logRatios[arm][m].add(same ? 0 : StrictMath.log(own / reference), weight);
            }
        }
    }

    boolean hasPatients() {
        return patients > 0;
    }

    private Cell cell(int arm) {
        return new Cell(treatment.arms().get(arm).name(), stratum);
    }

    void bands(List<Band> bands) {
        for (int arm = 0; arm < quantiles.length; arm++) {
            for (int o = 0; o < quantiles[arm].length; o++) {
                for (int k = 0; k < quantiles[arm][o].length; k++) {
                    WeightedQuantiles found = quantiles[arm][o][k];
                    if (found.count() > 0) {
                        CohortOutputs.Shown shown = outputs.observables().get(o);
                        bands.add(new Band(
                                cell(arm),
                                outputs.hours().get(k),
                                shown.id(),
                                shown.unit(),
                                CohortSummary.quantiles().stream()
                                        .map(found::quantile)
                                        .toList(),
                                found.count(),
                                found.effective()));
                    }
                }
            }
        }
    }

    void attainment(List<Attainment> attainment) {
        for (int arm = 0; arm < targets.length; arm++) {
            for (int t = 0; t < targets[arm].length; t++) {
                attainment.add(new Attainment(cell(arm), outputs.targets().get(t), Proportion.of(targets[arm][t])));
            }
        }
    }

    void spreads(List<Spread> spreads) {
        for (int arm = 0; arm < levels.length; arm++) {
            for (int o = 0; o < levels[arm].length; o++) {
                WeightedMean level = levels[arm][o];
                if (level.count() > 0) {
                    WeightedQuantiles[] times = quantiles[arm][o];
                    CohortOutputs.Shown shown = outputs.observables().get(o);
                    WeightedMean log = logs[arm][o];
                    spreads.add(new Spread(
                            cell(arm),
                            shown.id(),
                            new Level(level.mean(), level.sd(), times[times.length - 1].quantile(0.5), level.count()),
                            Optional.of(log)
                                    .filter(l -> l.count() > 0 && !shown.isCellCount())
                                    .map(l ->
                                            new LogLevel(StrictMath.exp(l.mean()), l.sd(), l.count(), l.effective()))));
                }
            }
        }
    }

    void contrasts(List<Contrast> contrasts) {
        String reference = treatment.arms().get(0).name();
        for (int arm = 1; arm < targets.length; arm++) {
            if (!differs[arm]) {
                continue;
            }
            for (int t = 0; t < riskDifferences[arm].length; t++) {
                WeightedMean d = riskDifferences[arm][t];
                if (d.count() > 0) {
                    String id = outputs.targets().get(t).id();
                    contrasts.add(new Contrast(
                            cell(arm), reference, id, "risk difference", "1", Interval.paired(d), d.count()));
                }
            }
            for (int m = 0; m < differences[arm].length; m++) {
                metric(contrasts, arm, m, reference);
            }
        }
    }

    private void metric(List<Contrast> contrasts, int arm, int m, String reference) {
        CohortMetric metric = outputs.metrics().get(m);
        String name = metric.name();
        WeightedMean d = differences[arm][m];
        if (d.count() > 0) {
            contrasts.add(new Contrast(
                    cell(arm), reference, name, "mean difference", metric.unit(), Interval.of(d), d.count()));
        }
        WeightedMean r = logRatios[arm][m];
        boolean cells =
                outputs.observables().get(outputs.indexOf(metric.observable())).isCellCount();
        if (r.count() > 0 && !cells) {
            contrasts.add(new Contrast(
                    cell(arm),
                    reference,
                    name,
                    "ratio of geometric means",
                    "1",
                    Interval.of(r).exp(),
                    r.count()));
        }
    }
}
