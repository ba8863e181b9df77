package org.thiosim.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.thiosim.cohort.ArmDoses;
import org.thiosim.cohort.Caveats;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortSummary;
import org.thiosim.cohort.Population;
import org.thiosim.io.CohortFile.LoadedCohort;
import org.thiosim.model.ParameterSet;
import org.thiosim.units.Conversions;
import org.thiosim.units.Numbers;

/** What a cohort was made from and how it went, as JSON; equal cohorts give equal bytes. */
public final class CohortManifest {
    private final JsonGenerator json;

    private CohortManifest(JsonGenerator json) {
        this.json = json;
    }

    /**
     * The manifest of a finished cohort.
     *
     * @param version version of the program
     */
    public static byte[] of(LoadedCohort loaded, CohortSummary summary, Caveats caveats, String version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes).setPrettyPrinter(printer)) {
            new CohortManifest(json).write(loaded, summary, caveats, version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private void write(LoadedCohort loaded, CohortSummary summary, Caveats caveats, String version) throws IOException {
        Cohort cohort = loaded.cohort();
        Cohort.Treatment treatment = cohort.treatment();
        json.writeStartObject();
        json.writeStringField("program", "thiosim");
        json.writeStringField("version", version);
        json.writeStringField("purpose", "for teaching and research, never for dosing a patient");
        json.writeStringField("kind", "cohort");
        json.writeStringField("scenario", cohort.head().id());
        json.writeStringField("source", cohort.head().source());
        json.writeObjectFieldStart("sha256");
        for (YamlSource file : loaded.files()) {
            json.writeStringField(
                    file.name().startsWith("populations/") ? file.name() : Manifest.shown(file.name()),
                    Manifest.sha256(file.text()));
        }
        json.writeEndObject();
        strings(
                "settings",
                loaded.settings().stream()
                        .map(s -> String.join(".", s.path()) + "=" + s.value())
                        .toList());
        json.writeObjectFieldStart("modules-added");
        for (Map.Entry<String, String> added : new TreeMap<>(loaded.added()).entrySet()) {
            json.writeStringField(added.getKey(), added.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("patients", cohort.size());
        json.writeNumberField("seed", cohort.seed());
        json.writeStringField(
                "parameter-set", treatment.set().map(ParameterSet::id).orElse(""));
        strings("arms", treatment.arms().stream().map(a -> a.name()).toList());
        List<ArmDoses> doses = ArmDoses.of(cohort, summary);
        strings("doses", doses.stream().map(ArmDoses::line).toList());
        strings("outside-guideline", ArmDoses.otherwise(doses));
        json.writeNumberField("patients-looked-at-for-notices", caveats.judged());
        strings("notices", caveats.lines(cohort));
        json.writeStringField(
                "quantiles",
                summary.exact()
                        ? "exact"
                        : "from whole numbers of patients in bins, relative error at most "
                                + Numbers.format(100 * CohortSummary.quantileError(), 3) + " %");
        json.writeNumberField("failed-courses", summary.failures());
        json.writeObjectFieldStart("solver");
        json.writeStringField("method", treatment.solver().used().id());
        json.writeNumberField("relative", treatment.solver().relative());
        json.writeNumberField("absolute", treatment.solver().absolute());
        json.writeEndObject();
        strings("conversions", Conversions.STANDARD.described());
        population(cohort.population().description());
        json.writeEndObject();
    }

    private void population(Population.Description description) throws IOException {
        json.writeObjectFieldStart("population");
        json.writeStringField("id", description.id());
        json.writeStringField("title", description.title());
        json.writeArrayFieldStart("numbers");
        for (Population.Fact fact : description.facts()) {
            json.writeStartObject();
            json.writeStringField("name", fact.name());
            json.writeStringField("value", fact.value());
            json.writeStringField("known", fact.known());
            json.writeStringField("source", fact.source());
            json.writeEndObject();
        }
        json.writeEndArray();
        strings("notes", description.notes());
        json.writeEndObject();
    }

    private void strings(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
