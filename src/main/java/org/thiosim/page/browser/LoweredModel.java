package org.thiosim.page.browser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thiosim.ode.JacobianPattern;
import org.thiosim.simulation.ValidityMask;

/**
 * What a run needs to know of a model besides its formulas.
 *
 * @param pattern where the Jacobian may be other than zero
 * @param absolute absolute tolerance of each state, in its canonical unit
 * @param observed the observables
 * @param reactions the number of reactions
 * @param drugs what can be dosed by mouth
 * @param validity when a value is not to be shown
 * @param notices when a warning goes with the numbers
 */
@SuppressWarnings("ArrayRecordComponent")
public record LoweredModel(
        JacobianPattern pattern,
        double[] absolute,
        Observed observed,
        int reactions,
        List<Drug> drugs,
        ValidityMask validity,
        List<NoticeRule> notices) {
    public LoweredModel {
        drugs = List.copyOf(drugs);
        notices = List.copyOf(notices);
        absolute = absolute.clone();
    }

    private static final int DRUG = 2;
    private static final int RATIO = 2;
    private static final int MASK = 4;

    /**
     * Reads a model from plain numbers.
     *
     * @param counts observables, reactions
     * @param ratios observable and state below it of each {@link Ratio}
     * @param drugs the components of each drug, one after the other; so the masks and the notices
     */
    public static LoweredModel of(
            int[] rows,
            int[] columns,
            double[] absolute,
            int[] counts,
            int[] ratios,
            double[] drugs,
            double[] masks,
            double[] notices) {
        List<Ratio> ratioList = new ArrayList<>();
        for (int i = 0; i < ratios.length; i += RATIO) {
            ratioList.add(new Ratio(ratios[i], ratios[i + 1]));
        }
        List<Drug> drugList = new ArrayList<>();
        for (int i = 0; i < drugs.length; i += DRUG) {
            drugList.add(new Drug((int) drugs[i], drugs[i + 1]));
        }
        List<ValidityMask.Rule> maskList = new ArrayList<>();
        for (int i = 0; i < masks.length; i += MASK) {
            maskList.add(new ValidityMask.Rule((int) masks[i], (int) masks[i + 1], masks[i + 2], masks[i + 3]));
        }
        List<NoticeRule> noticeList = new ArrayList<>();
        for (int i = 0; i < notices.length; i += NoticeRule.NUMBERS) {
            noticeList.add(NoticeRule.of(notices, i));
        }
        JacobianPattern pattern = new JacobianPattern(absolute.length, rows, columns);
        return new LoweredModel(
                pattern,
                absolute,
                new Observed(counts[0], ratioList),
                counts[1],
                drugList,
                new ValidityMask(maskList),
                noticeList);
    }

    /** The indices of the notices that go with a run. */
    public int[] warnings(List<Prescription> taken, double[] covariates, double weight, double horizon) {
        NoticeRule.Case run = new NoticeRule.Case(taken, covariates, weight, horizon);
        int[] held = new int[notices.size()];
        int count = 0;
        for (int i = 0; i < held.length; i++) {
            if (notices.get(i).holds(run)) {
                held[count++] = i;
            }
        }
        return Arrays.copyOf(held, count);
    }

    /**
     * A drug.
     *
     * @param state the state that a dose by mouth enters
     * @param molarMass in kg/µmol
     */
    public record Drug(int state, double molarMass) {}

    /**
     * What is observed.
     *
     * @param count the number of observables
     * @param ratios those of them that have a value only once there is something to divide by
     */
    public record Observed(int count, List<Ratio> ratios) {
        public Observed {
            ratios = List.copyOf(ratios);
        }
    }

    /** An observable that is divided by a state. */
    public record Ratio(int observable, int state) {}
}
