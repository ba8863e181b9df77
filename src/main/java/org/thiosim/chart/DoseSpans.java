package org.thiosim.chart;

import java.util.ArrayList;
import java.util.List;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.RunRecord.Dosing;

/** Makes the periods of a dose strip from what an arm takes: single doses as short bars, joined where they are close. */
final class DoseSpans {
    private static final double SHARE_OF_SINGLE_DOSE = 0.01;

    private DoseSpans() {}

    /**
     * The periods of an arm.
     *
     * @param end end of the run, h
     */
    static List<DoseSpan> of(RunRecord.Treatment arm, double end) {
        double width = SHARE_OF_SINGLE_DOSE * end;
        List<DoseSpan> spans = new ArrayList<>();
        List<Dosing> near = new ArrayList<>();
        for (Dosing dose : arm.doses()) {
            if (!near.isEmpty() && !follows(near.get(near.size() - 1), dose, width)) {
                spans.add(joined(arm.arm(), near, width, end));
                near.clear();
            }
            if (dose.isSingle()) {
                near.add(dose);
            } else {
                spans.add(span(arm.arm(), dose, dose.untilHour(), ""));
            }
        }
        if (!near.isEmpty()) {
            spans.add(joined(arm.arm(), near, width, end));
        }
        return spans;
    }

    private static boolean follows(Dosing one, Dosing next, double width) {
        return next.isSingle()
                && next.drug().equals(one.drug())
                && next.label().equals(one.label())
                && next.fromHour() >= one.fromHour()
                && next.fromHour() - one.fromHour() < width;
    }

    private static DoseSpan joined(String arm, List<Dosing> near, double width, double end) {
        String times = near.size() == 1 ? "" : near.size() + " × ";
        double last = near.get(near.size() - 1).fromHour();
        return span(arm, near.get(0), Math.min(last + width, end), times);
    }

    private static DoseSpan span(String arm, Dosing dose, double until, String times) {
        return new DoseSpan(
                arm, dose.drug(), dose.fromHour(), until, times + Typeset.of(dose.label()), Typeset.of(dose.equal()));
    }
}
