package org.thiosim.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thiosim.chart.SweptSetting;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.Scenario;

/** A swept setting in words: {@code azathioprine dose of weekly-pulse} for {@code arms.weekly-pulse.0.dose}. */
final class SweptName {
    private static final Pattern AMOUNT = Pattern.compile("([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s+(\\S.*)");
    private static final Pattern OF_RULE = Pattern.compile("arms\\.(.+?)(?:\\.regimen)?\\.([0-9]{1,6})\\.([^.]+)");
    private static final Pattern OF_ARM = Pattern.compile("arms\\.(.+)\\.([^.]+)");
    private static final Pattern OF_PATIENT = Pattern.compile("patient\\.(.+)");

    private SweptName() {}

    /** The setting at {@code path}, with the unit that all {@code values} share. */
    static SweptSetting of(String path, List<String> values, Scenario scenario) {
        List<String> units = values.stream()
                .map(v -> {
                    Matcher amount = AMOUNT.matcher(v);
                    return amount.matches() ? amount.group(2) : "";
                })
                .distinct()
                .toList();
        return new SweptSetting(name(path, scenario), units.size() == 1 ? units.get(0) : "");
    }

    /** A value without the unit that stands at the axis. */
    static String label(String value, SweptSetting setting) {
        Matcher amount = AMOUNT.matcher(value);
        return !setting.unit().isEmpty() && amount.matches() ? amount.group(1) : value;
    }

    private static String name(String path, Scenario scenario) {
        Matcher rule = OF_RULE.matcher(path);
        if (rule.matches()) {
            String drug = drug(scenario, rule.group(1), Integer.parseInt(rule.group(2)))
                    .map(d -> d + " ")
                    .orElse("");
            return drug + words(rule.group(3)) + " of " + rule.group(1);
        }
        Matcher arm = OF_ARM.matcher(path);
        if (arm.matches()) {
            return words(arm.group(2)) + " of " + arm.group(1).replaceAll("\\.patient$", "");
        }
        Matcher patient = OF_PATIENT.matcher(path);
        return words(patient.matches() ? patient.group(1) : path);
    }

    private static Optional<String> drug(Scenario scenario, String arm, int rule) {
        return scenario.arms().stream()
                .filter(a -> a.name().equals(arm))
                .map(Arm::regimen)
                .filter(r -> rule < r.rules().size())
                .map(r -> r.rules().get(rule).drug())
                .findFirst();
    }

    private static String words(String key) {
        return switch (key) {
            case "bsa" -> "body surface area";
            case "tpmt", "nudt15" -> key.toUpperCase(Locale.ROOT);
            default -> key.replace('-', ' ').replace('.', ' ');
        };
    }
}
