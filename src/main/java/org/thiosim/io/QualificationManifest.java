package org.thiosim.io;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.thiosim.io.ScenarioFile.LoadedScenario;
import org.thiosim.io.StudyFile.LoadedStudy;
import org.thiosim.qualification.Qualification;
import org.thiosim.qualification.QualificationRow;
import org.thiosim.qualification.StudyResult;
import org.thiosim.simulation.ArmResult;
import org.thiosim.units.Conversions;

/** What a qualification was made from and how it went, as JSON; equal runs give equal bytes. */
public final class QualificationManifest {
    private final JsonGenerator json;

    private QualificationManifest(JsonGenerator json) {
        this.json = json;
    }

    /**
     * The manifest of a qualification.
     *
     * @param studies in the order of the qualification
     * @param version version of the program
     */
    public static byte[] of(List<LoadedStudy> studies, Qualification qualification, String version) {
        return PrettyJson.file(
                generator -> new QualificationManifest(generator).write(studies, qualification, version));
    }

    private void write(List<LoadedStudy> studies, Qualification qualification, String version) throws IOException {
        json.writeStartObject();
        JsonParts.program(json, version);
        json.writeStringField("summary", qualification.all().toString());
        json.writeArrayFieldStart("conversions");
        for (String line : Conversions.STANDARD.described()) {
            json.writeString(line);
        }
        json.writeEndArray();
        models(studies);
        json.writeArrayFieldStart("studies");
        for (int i = 0; i < studies.size(); i++) {
            study(studies.get(i).loaded(), qualification.studies().get(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void models(List<LoadedStudy> studies) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        studies.forEach(s ->
                s.loaded().model().files().forEach(f -> sums.put(Manifest.shown(f.name()), Manifest.sha256(f.text()))));
        json.writeObjectFieldStart("sha256");
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            json.writeStringField(sum.getKey(), sum.getValue());
        }
        json.writeEndObject();
    }

    private void study(LoadedScenario loaded, StudyResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("study", result.study().id());
        json.writeStringField("set", result.study().set());
        json.writeStringField("source", result.study().source());
        json.writeStringField("sha256", Manifest.sha256(loaded.file().text()));
        json.writeStringField("solver", loaded.scenario().solver().used().id());
        json.writeArrayFieldStart("failed-arms");
        for (ArmResult arm : result.simulation().arms()) {
            if (!arm.isSuccess()) {
                json.writeString(arm.arm().name() + ": " + arm.outcome().message());
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("not-compared");
        for (QualificationRow row : result.rows()) {
            if (!row.absence().isEmpty()) {
                json.writeString(row.observation().arm() + ", "
                        + row.observation().measurand().label() + ": " + row.absence());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
