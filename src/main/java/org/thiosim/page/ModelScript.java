package org.thiosim.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.thiosim.model.Drug;
import org.thiosim.model.Observable;
import org.thiosim.model.ParameterSet;
import org.thiosim.model.Reaction;
import org.thiosim.units.Conversions;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/** Writes a lowered model as one JavaScript object. */
final class ModelScript {
    private static final Unit PER_HAEMOGLOBIN = Unit.parse("nmol/mmol Hb");

    private final Lowered lowered;
    private final StringBuilder script = new StringBuilder("{");

    private ModelScript(Lowered lowered) {
        this.lowered = lowered;
    }

    static String of(Lowered lowered) {
        return new ModelScript(lowered).write();
    }

    private String write() {
        var compiled = lowered.compiled();
        field("title", text(lowered.model().host().header().title()));
        field("inputs", texts(Lowered.INPUTS));
        field("covariates", texts(lowered.covariates()));
        field("levels", levels());
        field("hypermethylator", archetype("hypermethylator"));
        field("drugs", texts(lowered.drugs().stream().map(Drug::id).toList()));
        field("states", texts(compiled.states()));
        field("reactions", texts(compiled.reactions().stream().map(Reaction::id).toList()));
        field(
                "observables",
                compiled.observables().stream().map(this::observable).collect(joined()));
        field(
                "notices",
                LoweredNotices.of(lowered).rows().stream().map(this::notice).collect(joined()));
        field("rows", integers(compiled.pattern().rows()));
        field("columns", integers(compiled.pattern().columns()));
        field("absolute", numbers(lowered.absolute()));
        field("counts", integers(lowered.counts()));
        field("ratioNumbers", integers(lowered.ratioNumbers()));
        field("drugNumbers", numbers(lowered.drugNumbers()));
        field("maskNumbers", numbers(lowered.maskNumbers()));
        field("noticeNumbers", numbers(LoweredNotices.of(lowered).numbers()));
        field("fixed", Integer.toString(compiled.fixed().size()));
        field("initialStates", integers(lowered.initialStates()));
        field("individual", new TapeScript(lowered.individual()).run());
        kernel("derivatives", new TapeScript(lowered.derivatives()), new double[0]);
        kernel("jacobian", new TapeScript(lowered.jacobian()), new double[0]);
        kernel("rates", new TapeScript(lowered.rates()), new double[0]);
        kernel("observed", new TapeScript(lowered.observed()), lowered.unitFactors());
        script.setLength(script.length() - 2);
        return script.append("}").toString();
    }

    private void field(String name, String value) {
        script.append(name).append(":").append(value).append(",\n");
    }

    /** The values of covariates that have names, in canonical units. */
    private String levels() {
        return lowered.model().inputs().covariates().values().stream()
                .map(c -> text(c.id()) + ":" + values(c.levels()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String archetype(String id) {
        return Optional.ofNullable(lowered.model().inputs().archetypes().get(id))
                .map(a -> values(a.values()))
                .orElse("{}");
    }

    private static String values(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(e -> text(e.getKey()) + ":" + number(e.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void kernel(String name, TapeScript tape, double[] factors) {
        field(name, "{bind:" + tape.bind() + ",run:" + tape.run(factors) + "}");
    }

    private String observable(Observable o) {
        String other =
                Conversions.STANDARD
                        .factor(o.unit().dimension(), PER_HAEMOGLOBIN.dimension(), OptionalDouble.empty())
                        .stream()
                        .filter(f -> o.unit().dimension().redCells() != 0)
                        .mapToObj(f -> ",other:{unit:" + text(PER_HAEMOGLOBIN.text()) + ",factor:"
                                + number(PER_HAEMOGLOBIN.fromCanonical(o.unit().factor() * f)) + "}")
                        .findFirst()
                        .orElse("");
        String window = o.window()
                .filter(w -> w.scope().parameterSet().stream()
                        .allMatch(s -> lowered.set().map(ParameterSet::id).equals(Optional.of(s))))
                .map(w -> ",window:{low:" + bound(o, w.low()) + ",high:" + bound(o, w.high()) + ",minWeight:"
                        + number(w.scope().minWeight().orElse(0)) + ",except:"
                        + texts(w.scope().except()) + ",text:" + text(w.population() + ", " + w.assay()) + "}")
                .orElse("");
        return "{id:" + text(o.id()) + ",title:" + text(o.title()) + ",unit:"
                + text(o.unit().text()) + other + window + "}";
    }

    private static String bound(Observable o, Optional<Quantity> quantity) {
        return quantity.map(q -> number(o.unit().fromCanonical(q.canonical()))).orElse("null");
    }

    private String notice(LoweredNotices.Row row) {
        return "{text:" + text(row.text()) + ",unit:" + text(row.unit()) + ",factor:" + number(row.factor())
                + ",covariate:" + row.covariate() + ",hides:" + texts(row.hides()) + "}";
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(",", "[", "]");
    }

    static String texts(List<String> values) {
        return values.stream().map(ModelScript::text).collect(joined());
    }

    private static String integers(int[] values) {
        return "new Int32Array("
                + Arrays.stream(values).mapToObj(Integer::toString).collect(joined()) + ")";
    }

    private static String numbers(double[] values) {
        return "new Float64Array("
                + Arrays.stream(values).mapToObj(ModelScript::number).collect(joined()) + ")";
    }

    private static String number(double value) {
        return Numbers.shortest(value);
    }

    /** A string literal that cannot end the script element it stands in. */
    static String text(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\' || c == '<' || c < ' ' || c == '\u2028' || c == '\u2029') {
                literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
