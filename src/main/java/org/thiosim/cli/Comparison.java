package org.thiosim.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;
import org.thiosim.units.Suggestion;
import org.thiosim.units.Unit;

/**
 * Several models on one regimen, as the text of a scenario with an arm for each.
 *
 * @param models the first is what the others are compared with
 * @param regimen sentences such as {@code mercaptopurine 50 mg/m^2 every 1 d}
 * @param patient values by key
 * @param horizon end of the run
 * @param washout time without doses at the end
 * @param parameterSet for the models that have one of this name
 */
record Comparison(
        List<ComparedModel> models,
        List<String> regimen,
        Map<String, String> patient,
        Quantity horizon,
        Quantity washout,
        Optional<String> parameterSet) {
    private static final Pattern SENTENCE =
            Pattern.compile("(?<drug>\\S+)\\s+(?<dose>\\S.*?)\\s+every\\s+(?<every>\\S.*?)"
                    + "(\\s+from\\s+(?<from>\\S.*?))?(\\s+until\\s+(?<until>\\S.*?))?");
    private static final Unit WEEK = Unit.parse("wk");
    private static final Unit HOUR = Unit.parse("h");
    private static final int DIGITS = 10;

    Comparison {
        models = List.copyOf(models);
        regimen = List.copyOf(regimen);
        patient = Collections.unmodifiableMap(new LinkedHashMap<>(patient));
        if (models.stream().map(ComparedModel::label).distinct().count() < Math.max(2, models.size())) {
            throw new IllegalArgumentException("name two or more models, each once");
        }
        if (!horizon.dimension().equals(HOUR.dimension())
                || !washout.dimension().equals(HOUR.dimension())) {
            throw new IllegalArgumentException("--horizon and --washout are times such as 24 wk");
        }
        if (washout.canonical() < 0 || washout.canonical() >= horizon.canonical()) {
            throw new IllegalArgumentException(
                    "a washout of " + washout + " leaves no time for doses within the horizon of " + horizon
                            + "; give a longer --horizon or a shorter --washout");
        }
        regimen.forEach(Comparison::sentence);
        requireSet(parameterSet, models);
    }

    private static void requireSet(Optional<String> name, List<ComparedModel> models) {
        Set<String> known = models.stream().flatMap(m -> m.sets().stream()).collect(Collectors.toSet());
        if (name.isPresent() && !known.contains(name.get())) {
            throw new IllegalArgumentException("none of these models has a parameter set '" + name.get() + "'"
                    + (known.isEmpty() ? "" : "; there is " + sorted(known)));
        }
    }

    private static Matcher sentence(String text) {
        Matcher sentence = SENTENCE.matcher(text.strip());
        if (!sentence.matches()) {
            throw new IllegalArgumentException(
                    "a regimen reads 'DRUG DOSE every TIME', with 'from TIME' and 'until TIME' where"
                            + " needed, for example 'mercaptopurine 50 mg/m^2 every 1 d'; found '" + text + "'");
        }
        return sentence;
    }

    /** Throws where a model does not have a drug of the regimen. */
    void checkDrugs() {
        for (String text : regimen) {
            Matcher sentence = sentence(text);
            String drug = sentence.group("drug");
            List<ComparedModel> without =
                    models.stream().filter(m -> !m.drugs().contains(drug)).toList();
            if (!without.isEmpty()) {
                throw new IllegalArgumentException(missing(drug, without));
            }
        }
    }

    private String missing(String drug, List<ComparedModel> without) {
        List<ComparedModel> with =
                models.stream().filter(m -> !without.contains(m)).toList();
        Set<String> known = models.stream().flatMap(m -> m.drugs().stream()).collect(Collectors.toSet());
        String those = without.stream()
                .map(m -> m.label() + " has no " + drug + ", it has " + sorted(m.drugs()))
                .collect(Collectors.joining("; "));
        return those
                + (with.isEmpty()
                        ? Suggestion.nearest(drug, known)
                                .map(s -> "; did you mean '" + s + "'?")
                                .orElse("")
                        : ". It is known to "
                                + with.stream().map(ComparedModel::label).collect(Collectors.joining(", "))
                                + ": leave the others out, or dose a drug that all of them have");
    }

    private static String sorted(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    /** The scenario, as a file holds it. */
    String yaml() {
        ComparedModel first = models.get(0);
        String labels = models.stream().map(ComparedModel::label).collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>();
        lines.add("scenario: comparison");
        lines.add("title: " + quoted("Models beside each other: " + labels));
        lines.add("source: made by thiosim model compare");
        lines.add("model: " + quoted(first.name()));
        if (!first.modules().isEmpty()) {
            lines.add("with: " + list(first.modules()));
        }
        if (!patient.isEmpty()) {
            lines.add("patient:");
            patient.forEach((key, value) -> lines.add("  " + quoted(key) + ": " + quoted(value)));
        }
        lines.add("horizon: " + horizon);
        lines.add("arms:");
        models.forEach(m -> arm(m, m.equals(first), lines));
        List<String> shared = shared();
        if (!shared.isEmpty()) {
            lines.add("outputs: {observables: " + list(shared) + "}");
        }
        return String.join("\n", lines) + "\n";
    }

    private void arm(ComparedModel model, boolean first, List<String> lines) {
        lines.add("  " + quoted(model.label()) + ":");
        if (!first) {
            lines.add("    model: " + quoted(model.name()));
            if (!model.modules().isEmpty()) {
                lines.add("    with: " + list(model.modules()));
            }
        }
        parameterSet.filter(model.sets()::contains).ifPresent(s -> lines.add("    parameter-set: " + quoted(s)));
        lines.add("    regimen:");
        regimen.forEach(text -> lines.add("      - " + dose(sentence(text))));
    }

    private String dose(Matcher sentence) {
        Map<String, String> dose = new LinkedHashMap<>();
        dose.put("drug", sentence.group("drug"));
        dose.put("dose", sentence.group("dose"));
        dose.put("every", sentence.group("every"));
        Optional.ofNullable(sentence.group("from")).ifPresent(f -> dose.put("from", f));
        Optional.ofNullable(sentence.group("until")).or(this::lastDose).ifPresent(u -> dose.put("until", u));
        return dose.entrySet().stream()
                .map(e -> e.getKey() + ": " + quoted(e.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private Optional<String> lastDose() {
        double end = horizon.canonical() - washout.canonical();
        boolean weeks = end % WEEK.toCanonical(1) == 0;
        return washout.canonical() > 0
                ? Optional.of(
                        weeks
                                ? Numbers.format(WEEK.fromCanonical(end), DIGITS) + " wk"
                                : Numbers.format(end, DIGITS) + " h")
                : Optional.empty();
    }

    /** What two or more of the models give. */
    private List<String> shared() {
        return models.stream()
                .flatMap(m -> m.observables().stream())
                .distinct()
                .filter(o ->
                        models.stream().filter(m -> m.observables().contains(o)).count() > 1)
                .toList();
    }

    private static String list(List<String> words) {
        return words.stream().map(Comparison::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
