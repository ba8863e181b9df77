package org.thiosim.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thiosim.genetics.DiseaseContext;
import org.thiosim.genetics.DosingSchedule;
import org.thiosim.genetics.GuidelineTable;
import org.thiosim.genetics.GuidelineTable.Situation;
import org.thiosim.genetics.Phenotype;
import org.thiosim.genetics.StartingDose;
import org.thiosim.genetics.StartingDose.Alternative;
import org.thiosim.genetics.StartingDose.Fraction;
import org.thiosim.genetics.StartingDose.NoAdvice;
import org.thiosim.genetics.TableVersion;
import org.thiosim.genetics.Thiopurine;
import org.thiosim.units.Quantity;
import org.thiosim.units.Range;

/** Reads the starting doses of {@code guidelines.yaml}; every situation must stand in exactly one row. */
final class GeneticTablesGuidelines {
    private static final Pattern SHARE =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(?:\\s*-\\s*([0-9]+(?:\\.[0-9]+)?))?\\s*%");

    private final Findings findings;
    private final Map<Situation, StartingDose> doses = new LinkedHashMap<>();

    private GeneticTablesGuidelines(Findings findings) {
        this.findings = findings;
    }

    static List<GuidelineTable> read(YamlSource source, Findings findings) {
        YamlMap root = new YamlMap(source.root(findings), "a guideline file", findings);
        if (!root.has("guidelines")) {
            root.lacks("a guideline file needs 'guidelines'", "guidelines");
        }
        Map<String, GuidelineTable> tables = root.entries(
                "guidelines", "guideline", e -> new GeneticTablesGuidelines(findings).table(e.id(), e.map()));
        root.done();
        return List.copyOf(tables.values());
    }

    private Optional<GuidelineTable> table(String id, YamlMap map) {
        Optional<String> title = map.required("title");
        Optional<String> edition = map.required("version");
        Optional<String> date = map.required("date");
        Optional<String> source = map.required("source");
        boolean good = true;
        for (Node row : map.items("rows")) {
            Optional<YamlMap> fields = YamlMap.asMap(row, "a row of guideline '" + id + "'", findings);
            good &= fields.map(this::row).orElse(false);
        }
        if (!good || title.isEmpty() || edition.isEmpty() || date.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        Optional<TableVersion> version =
                map.parsed("date", d -> new TableVersion(title.get(), edition.get(), d, source.get()));
        return version.flatMap(v -> YamlMap.parse(map.node(), id, i -> new GuidelineTable(i, v, doses), findings));
    }

    /** Reads a row into the table; false together with a finding. */
    private boolean row(YamlMap row) {
        List<Thiopurine> drugs = choices(row, "drugs", Thiopurine::parse, Thiopurine.values());
        List<DiseaseContext> contexts = choices(row, "context", DiseaseContext::parse, DiseaseContext.values());
        List<Phenotype> tpmt = choices(row, "tpmt", Phenotype::parse, Phenotype.values());
        List<Phenotype> nudt15 = choices(row, "nudt15", Phenotype::parse, Phenotype.values());
        Optional<StartingDose> dose = dose(row);
        row.done();
        boolean good = dose.isPresent();
        for (Situation situation : Situation.all()) {
            if (dose.isPresent()
                    && drugs.contains(situation.drug())
                    && contexts.contains(situation.context())
                    && tpmt.contains(situation.tpmt())
                    && nudt15.contains(situation.nudt15())
                    && doses.put(situation, dose.get()) != null) {
                row.flaw("a second row for " + situation);
                good = false;
            }
        }
        return good && !drugs.isEmpty() && !contexts.isEmpty() && !tpmt.isEmpty() && !nudt15.isEmpty();
    }

    /** A list of words, or {@code any} for all members; empty together with a finding. */
    private <T> List<T> choices(YamlMap row, String key, Function<String, T> parser, T[] all) {
        List<String> words = row.words(key);
        if (words.equals(List.of("any"))) {
            return List.of(all);
        }
        if (words.isEmpty()) {
            row.flaw(key, "a row needs '" + key + "': a word, a list of words, or any");
        }
        List<T> members = new ArrayList<>();
        for (String word : words) {
            YamlMap.parse(row.value(key).orElse(row.node()), word, parser, findings)
                    .ifPresent(members::add);
        }
        return members.size() == words.size() ? members : List.of();
    }

    private Optional<StartingDose> dose(YamlMap row) {
        Optional<String> text = row.required("text");
        Optional<String> none = row.choice("advice", Map.of("none", "none"));
        boolean alternative = row.flag("alternative");
        boolean refused = row.has("advice");
        if (refused && none.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        if (Stream.of(refused, alternative, row.has("start")).noneMatch(b -> b) || refused && row.has("start")) {
            row.flaw("a row needs one of 'start: 30-80 %', 'alternative: true' and 'advice: none'");
            return Optional.empty();
        }
        if (refused) {
            return Optional.of(new NoAdvice(text.get()));
        }
        Optional<Fraction> fraction = row.has("start") ? fraction(row, text.get()) : Optional.empty();
        if (row.has("start") && fraction.isEmpty()) {
            return Optional.empty();
        }
        return alternative ? Optional.of(new Alternative(fraction, text.get())) : fraction.map(f -> f);
    }

    private Optional<Fraction> fraction(YamlMap row, String text) {
        Optional<Range> share = row.parsed("start", GeneticTablesGuidelines::share);
        Optional<Range> choose = row.has("choose")
                ? row.parsed("choose", GeneticTablesGuidelines::share)
                : share.map(s -> new Range(Fraction.middle(s), Fraction.middle(s)));
        Optional<DosingSchedule> schedule = row.has("schedule")
                ? row.parsed("schedule", DosingSchedule::parse)
                : Optional.of(DosingSchedule.AS_NORMAL);
        List<Quantity> from = new ArrayList<>();
        List<String> words = row.words("from");
        for (String word : words) {
            YamlMap.parse(row.value("from").orElse(row.node()), word, Quantity::parse, findings)
                    .ifPresent(from::add);
        }
        if (share.isEmpty() || choose.isEmpty() || schedule.isEmpty() || from.size() != words.size()) {
            return Optional.empty();
        }
        return row.parsed("start", s -> new Fraction(share.get(), choose.get().low(), schedule.get(), from, text));
    }

    /** Reads {@code 30-80 %} or {@code 50 %}. */
    private static Range share(String text) {
        Matcher matcher = SHARE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a share such as '50 %' or '30-80 %', found '" + text + "'");
        }
        String low = matcher.group(1);
        String high = matcher.group(2) == null ? low : matcher.group(2);
        return new Range(percent(low), percent(high));
    }

    private static double percent(String number) {
        return Double.parseDouble(number) / 100;
    }
}
