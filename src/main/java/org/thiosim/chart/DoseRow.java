package org.thiosim.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One row of the dose strip: one drug, in one arm or in several arms that take it alike.
 *
 * @param arms the arms
 * @param drug the drug
 * @param spans its periods
 */
record DoseRow(List<String> arms, String drug, List<DoseSpan> spans) {
    private static final int MOST_LABELLED = 3;

    /** Rows in the order of the arms; arms that take a drug alike share its row when {@code join} allows these arms. */
    static List<DoseRow> of(List<DoseSpan> doses, List<String> armOrder, Predicate<List<String>> join) {
        List<DoseRow> rows = new ArrayList<>(perArm(doses, armOrder));
        List<DoseRow> joined = new ArrayList<>();
        while (!rows.isEmpty()) {
            DoseRow first = rows.remove(0);
            List<DoseRow> alike = rows.stream().filter(first::alike).toList();
            List<String> arms = new ArrayList<>(first.arms);
            alike.forEach(row -> arms.addAll(row.arms));
            if (!alike.isEmpty() && join.test(arms)) {
                rows.removeAll(alike);
                joined.add(new DoseRow(List.copyOf(arms), first.drug, first.spans));
            } else {
                joined.add(first);
            }
        }
        return List.copyOf(joined);
    }

    /** Whether it has many periods of one dose, so that a label at each would be clutter. */
    boolean isPulsed() {
        return spans.size() > MOST_LABELLED
                && spans.stream().map(DoseSpan::label).distinct().count() == 1;
    }

    private static Collection<DoseRow> perArm(List<DoseSpan> doses, List<String> armOrder) {
        Map<List<String>, DoseRow> rows = new LinkedHashMap<>();
        for (String arm : armOrder) {
            for (DoseSpan dose : doses) {
                if (dose.arm().equals(arm)) {
                    int lane = 0;
                    DoseRow row = lane(rows, dose, lane);
                    while (row.isTaken(dose)) {
                        row = lane(rows, dose, ++lane);
                    }
                    row.spans.add(dose);
                }
            }
        }
        return rows.values();
    }

    /** Doses of a drug that overlap lie in lanes of their own. */
    private static DoseRow lane(Map<List<String>, DoseRow> rows, DoseSpan dose, int lane) {
        return rows.computeIfAbsent(
                List.of(dose.arm(), dose.drug(), String.valueOf(lane)),
                key -> new DoseRow(List.of(dose.arm()), dose.drug(), new ArrayList<>()));
    }

    private boolean isTaken(DoseSpan dose) {
        return spans.stream().anyMatch(s -> s.fromHour() < dose.untilHour() && dose.fromHour() < s.untilHour());
    }

    private boolean alike(DoseRow other) {
        if (!drug.equals(other.drug) || spans.size() != other.spans.size()) {
            return false;
        }
        for (int i = 0; i < spans.size(); i++) {
            DoseSpan mine = spans.get(i);
            DoseSpan theirs = other.spans.get(i);
            if (mine.fromHour() != theirs.fromHour()
                    || mine.untilHour() != theirs.untilHour()
                    || !mine.label().equals(theirs.label())) {
                return false;
            }
        }
        return true;
    }
}
