package org.thiosim.chart;

/**
 * A period of dosing shown in the strip under the curves.
 *
 * @param arm the arm it belongs to, as in its curve
 * @param drug the drug's name
 * @param fromHour first dose, h
 * @param untilHour end of the period, h; equal to {@code fromHour} for a single dose
 * @param label the dose as users read it, for example {@code 150 mg daily}
 */
public record DoseSpan(String arm, String drug, double fromHour, double untilHour, String label) {
    public DoseSpan {
        if (!Double.isFinite(fromHour) || !Double.isFinite(untilHour) || fromHour > untilHour) {
            throw new IllegalArgumentException("dose '" + label + "' of " + drug + " in arm " + arm + " runs from "
                    + fromHour + " h until " + untilHour + " h; it must end no earlier than it begins");
        }
    }
}
