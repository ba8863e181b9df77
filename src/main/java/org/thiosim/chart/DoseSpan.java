package org.thiosim.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period of dosing shown in the strip under the curves.
 *
 * @param arm the arm it belongs to, as in its curve
 * @param drug the drug's name
 * @param fromHour first dose, h
 * @param untilHour end of the period, h; equal to {@code fromHour} for a single dose
 * @param label the dose as users read it, for example {@code 150 mg daily}
 * @param equal one dose in other words, for example {@code 2.14 mg/kg}; may be empty
 */
public record DoseSpan(String arm, String drug, double fromHour, double untilHour, String label, String equal) {
    private static final Pattern AMOUNT = Pattern.compile("([0-9]+ × )?[0-9.]+ [^ ×]+");
    private static final Pattern TIMES_A_DAY = Pattern.compile(" (twice|[0-9]+)( times)? a day");

    public DoseSpan {
        if (!Double.isFinite(fromHour) || !Double.isFinite(untilHour) || fromHour > untilHour) {
            throw new IllegalArgumentException("dose '" + label + "' of " + drug + " in arm " + arm + " runs from "
                    + fromHour + " h until " + untilHour + " h; it must end no earlier than it begins");
        }
    }

    /** A period whose dose is said in one way. */
    public DoseSpan(String arm, String drug, double fromHour, double untilHour, String label) {
        this(arm, drug, fromHour, untilHour, label, "");
    }

    /** The dose in words, the longest first; a bare amount, last, is that of a day or of single doses. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (!equal.isEmpty()) {
            words.add(label + " (" + equal + ")");
        }
        words.add(label);
        Matcher amount = AMOUNT.matcher(label);
        if (amount.lookingAt()) {
            words.addAll(shortened(amount.group(), label.substring(amount.end())));
        }
        return words.stream().distinct().toList();
    }

    /** An amount without its number of times where that is one a day, else with a short form of it. */
    private static List<String> shortened(String amount, String times) {
        Matcher several = TIMES_A_DAY.matcher(times);
        if (times.isEmpty() || times.equals(" daily")) {
            return List.of(amount, amount.substring(0, amount.lastIndexOf(' ')));
        }
        if (several.lookingAt()) {
            String count = several.group(1).equals("twice") ? "2" : several.group(1);
            return List.of(amount + " ×" + count + "/d" + times.substring(several.end()));
        }
        return times.startsWith(" once a week") ? List.of(amount + "/wk") : List.of();
    }
}
