package org.thiosim.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.RunRecord.Flow;
import org.thiosim.simulation.RunRecord.Place;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.simulation.TimeWindow;

/** Records of runs for tests. */
final class Runs {
    static final double WEEK = 168;
    static final TimeWindow PHASE = new TimeWindow(0, 24 * WEEK);
    private static final double DAYS = 24 * 7;

    private Runs() {}

    /** A drug in gut and plasma that two enzymes share between two products, one of which returns by a third. */
    static List<Flow> flows(String arm, double first, double second) {
        return List.of(
                flow(arm, "uptake", "", "gut", "plasma", 400),
                flow(arm, "back", "", "plasma", "gut", 100),
                flow(arm, "oxidation-1", "XO@gut", "plasma", "acid", first),
                flow(arm, "oxidation-2", "XO@liver", "plasma", "acid", first / 2),
                flow(arm, "activation", "HGPRT", "plasma", "active", second),
                flow(arm, "return", "NT5", "active", "plasma", second / 10),
                flow(arm, "excretion", "", "acid", "urine", first),
                flow(arm, "other", "", "elsewhere", "nowhere", 9999));
    }

    private static Flow flow(String arm, String id, String enzyme, String from, String to, double amount) {
        return new Flow(arm, id, enzyme, from, to, PHASE, amount * DAYS);
    }

    static RunRecord of(String title, List<String> arms, List<Flow> flows) {
        List<TimeCourse> whole = new ArrayList<>();
        List<TimeCourse> days = new ArrayList<>();
        List<RunRecord.Treatment> treatments = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            String arm = arms.get(i);
            whole.add(Panels.rising(arm, 180 + 100 * i));
            whole.add(named(Panels.daily(arm, 4 + i), "plasma level"));
            whole.add(named(Panels.constant(arm, 3 + i), "activity"));
            days.add(named(day(arm, 4 + i), "plasma level"));
            treatments.add(new RunRecord.Treatment(
                    arm,
                    List.of(new RunRecord.Dosing("azathioprine", 0, 24 * WEEK, "150 mg daily", "2.14 mg/kg")),
                    List.of("Contraindicated in practice: never do this."),
                    Map.of(),
                    Map.of("activity", List.of("The activity is an assumption."))));
        }
        Map<String, Place> species = new LinkedHashMap<>();
        species.put("gut", new Place("gut", "6-MP", "gut", false));
        species.put("plasma", new Place("plasma", "6-MP", "plasma", false));
        species.put("acid", new Place("acid", "6-TUA", "plasma", false));
        species.put("active", new Place("active", "6-TGN", "cells", false));
        species.put("urine", new Place("urine", "6-TUA in urine", "", true));
        return new RunRecord(
                new Scenario.Head("a-run", title, "A lesson."),
                List.of(PHASE),
                treatments,
                List.of(
                        new RunRecord.Shown(
                                "6-TGN",
                                "thioguanine nucleotides",
                                Panels.UNIT,
                                Optional.of(new RunRecord.Reference(
                                        OptionalDouble.of(235), OptionalDouble.of(450), "235–450: adult IBD"))),
                        new RunRecord.Shown("plasma level", "plasma level", Panels.UNIT, Optional.empty()),
                        new RunRecord.Shown("activity", "activity", Panels.UNIT, Optional.empty())),
                new RunRecord.Curves(whole, days, List.of()),
                new RunRecord.Network(species, Map.of("uptake", "blood flow"), flows));
    }

    static RunRecord two() {
        List<Flow> flows = new ArrayList<>(flows("alone", 200, 20));
        flows.addAll(flows("with", 20, 60));
        return of("A run", List.of("alone", "with"), flows);
    }

    private static TimeCourse day(String arm, double peak) {
        double[] hours = new double[97];
        double[] values = new double[97];
        for (int i = 0; i < 97; i++) {
            hours[i] = 24 * WEEK - 24 + i / 4.0;
            values[i] = peak * StrictMath.exp(-i / 16.0);
        }
        return new TimeCourse(arm, "plasma level", Panels.UNIT, hours, values);
    }

    private static TimeCourse named(TimeCourse course, String observable) {
        return new TimeCourse(course.arm(), observable, course.unit(), course.hours(), course.values());
    }
}
