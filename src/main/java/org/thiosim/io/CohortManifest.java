package org.thiosim.io;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.thiosim.cohort.ArmDoses;
import org.thiosim.cohort.Caveats;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortSummary;
import org.thiosim.cohort.Population;
import org.thiosim.io.CohortFile.LoadedCohort;
import org.thiosim.model.ParameterSet;
import org.thiosim.simulation.LaneKernels;
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
        return PrettyJson.file(json -> new CohortManifest(json).write(loaded, summary, caveats, version));
    }

    private void write(LoadedCohort loaded, CohortSummary summary, Caveats caveats, String version) throws IOException {
        Cohort cohort = loaded.cohort();
        Cohort.Treatment treatment = cohort.treatment();
        json.writeStartObject();
        JsonParts.program(json, version);
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
        JsonParts.settings(json, loaded.settings());
        JsonParts.texts(json, "modules-added", loaded.added());
        json.writeNumberField("patients", cohort.size());
        json.writeNumberField("seed", cohort.seed());
        json.writeStringField(
                "parameter-set", treatment.set().map(ParameterSet::id).orElse(""));
        JsonParts.strings(
                json, "arms", treatment.arms().stream().map(a -> a.name()).toList());
        List<ArmDoses> doses = ArmDoses.of(cohort, summary);
        JsonParts.strings(json, "doses", doses.stream().map(ArmDoses::line).toList());
        JsonParts.strings(json, "outside-guideline", ArmDoses.otherwise(doses));
        json.writeNumberField("patients-looked-at-for-notices", caveats.judged());
        JsonParts.strings(json, "notices", caveats.lines(cohort));
        json.writeStringField(
                "quantiles",
                summary.exact()
                        ? "exact"
                        : "from whole numbers of patients in bins, relative error at most "
                                + Numbers.format(100 * CohortSummary.quantileError(), 3) + " %");
        json.writeNumberField("failed-courses", summary.failures());
        json.writeObjectFieldStart("solver");
        JsonParts.solver(json, treatment.solver());
        json.writeStringField(
                "patients",
                LaneKernels.explanation(treatment.solver(), treatment.outputs().asked()));
        json.writeEndObject();
        JsonParts.strings(json, "conversions", Conversions.STANDARD.described());
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
        JsonParts.strings(json, "notes", description.notes());
        json.writeEndObject();
    }
}
