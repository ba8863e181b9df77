package org.thiosim.io;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.thiosim.io.ScenarioFile.LoadedScenario;
import org.thiosim.model.Covariate;
import org.thiosim.model.Model;
import org.thiosim.model.ParameterSet;
import org.thiosim.ode.Statistics;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.IndividualValues;
import org.thiosim.simulation.MassBalance;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.units.Conversions;
import org.thiosim.units.Numbers;

/** What a run was made from and how it went, as JSON; equal runs give equal bytes. */
public final class Manifest {
    private static final int DIGITS = 3;

    private final JsonGenerator json;

    private Manifest(JsonGenerator json) {
        this.json = json;
    }

    /**
     * The manifest of a run.
     *
     * @param version version of the program
     */
    public static byte[] of(LoadedScenario loaded, SimulationResult result, String version) {
        return of(loaded, WhatIf.NONE, result, version);
    }

    /** The manifest of a run with measured levels or a sweep. */
    public static byte[] of(LoadedScenario loaded, WhatIf asked, SimulationResult result, String version) {
        return PrettyJson.file(generator -> new Manifest(generator).write(loaded, asked, result, version));
    }

    /**
     * What was asked for beside the scenario.
     *
     * @param levels the file of measured levels
     * @param swept the setting that a sweep changes, empty where there is none
     * @param values what it is set to
     * @param readAt when each is read, once where all are read at the same time
     */
    public record WhatIf(Optional<YamlSource> levels, String swept, List<String> values, List<String> readAt) {
        public static final WhatIf NONE = new WhatIf(Optional.empty(), "", List.of(), List.of());

        public WhatIf {
            values = List.copyOf(values);
            readAt = List.copyOf(readAt);
        }
    }

    private void write(LoadedScenario loaded, WhatIf asked, SimulationResult result, String version)
            throws IOException {
        json.writeStartObject();
        JsonParts.program(json, version);
        json.writeStringField("scenario", loaded.scenario().head().id());
        json.writeStringField("source", loaded.scenario().head().source());
        files(loaded, asked);
        JsonParts.settings(json, loaded.settings());
        if (!asked.swept().isEmpty()) {
            json.writeObjectFieldStart("sweep");
            JsonParts.strings(json, asked.swept(), asked.values());
            JsonParts.strings(json, "read-at", asked.readAt());
            json.writeEndObject();
        }
        JsonParts.texts(json, "modules-added", loaded.added());
        json.writeNumberField("seed", loaded.scenario().seed());
        json.writeObjectFieldStart("solver");
        JsonParts.solver(json, loaded.scenario().solver());
        json.writeEndObject();
        JsonParts.strings(json, "conversions", Conversions.STANDARD.described());
        drugs(loaded);
        json.writeArrayFieldStart("arms");
        for (ArmResult arm : result.arms()) {
            arm(arm);
        }
        json.writeEndArray();
        ChartSection.write(json, RunRecord.of(result));
        json.writeEndObject();
    }

    private void files(LoadedScenario loaded, WhatIf asked) throws IOException {
        json.writeObjectFieldStart("sha256");
        json.writeStringField("scenario", sha256(loaded.file().text()));
        Map<String, String> hashes = new LinkedHashMap<>();
        Stream.of(
                        loaded.model().files(),
                        loaded.others(),
                        asked.levels().stream().toList())
                .flatMap(List::stream)
                .forEach(f -> hashes.put(shown(f.name()), sha256(f.text())));
        for (Map.Entry<String, String> hash : hashes.entrySet()) {
            json.writeStringField(hash.getKey(), hash.getValue());
        }
        json.writeEndObject();
    }

    private static Stream<Model> models(LoadedScenario loaded) {
        return Stream.concat(
                Stream.of(loaded.model().model()),
                loaded.scenario().arms().stream().map(a -> a.model().model()));
    }

    /** A file of the library by its place there, one of the user by its name alone: a manifest holds no folders. */
    static String shown(String name) {
        return name.startsWith("models/") ? name : name.substring(name.lastIndexOf('/') + 1);
    }

    private void drugs(LoadedScenario loaded) throws IOException {
        Map<String, Set<String>> masses = new TreeMap<>();
        models(loaded)
                .flatMap(m -> m.inputs().drugs().entrySet().stream())
                .forEach(d -> masses.computeIfAbsent(d.getKey(), k -> new LinkedHashSet<>())
                        .add(d.getValue().molarMass().toString()));
        json.writeObjectFieldStart("molar-masses");
        for (Map.Entry<String, Set<String>> mass : masses.entrySet()) {
            json.writeStringField(mass.getKey(), String.join(", ", mass.getValue()));
        }
        json.writeEndObject();
    }

    private void arm(ArmResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("arm", result.arm().name());
        JsonParts.strings(
                json,
                "model",
                result.arm().model().model().parts().stream()
                        .map(p -> p.header().id())
                        .toList());
        json.writeStringField("status", result.isSuccess() ? "success" : "failed");
        if (!result.isSuccess()) {
            json.writeStringField("message", result.outcome().message());
        }
        json.writeStringField(
                "parameter-set",
                result.arm().parameterSet().map(ParameterSet::id).orElse(""));
        patient(result.arm());
        values("random-effects", result.arm().patient().randomEffects());
        Statistics work = result.outcome().statistics();
        json.writeNumberField("steps", work.steps());
        json.writeNumberField("rejected-steps", work.rejected());
        json.writeArrayFieldStart("mass-balance");
        for (MassBalance balance : result.balances()) {
            json.writeStartObject();
            json.writeStringField("drugs", String.join(", ", balance.drugs()));
            json.writeStringField("dosed", Numbers.format(balance.dosed(), 10) + " " + balance.unit());
            json.writeStringField("relative-residual", Numbers.format(balance.residual(), DIGITS));
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonParts.strings(json, "notices", result.notices());
        json.writeEndObject();
    }

    /** Every covariate that the model used, stated or by default, and the body surface that doses used. */
    private void patient(Arm arm) throws IOException {
        IndividualValues values = IndividualValues.of(arm.model().model(), arm.patient(), arm.parameterSet());
        json.writeObjectFieldStart("patient");
        for (Covariate covariate : arm.model().model().inputs().covariates().values()) {
            double value = covariate.unit().fromCanonical(values.value(covariate.id()));
            String unit = covariate.unit().text();
            json.writeStringField(covariate.id(), Numbers.format(value, 10) + (unit.equals("1") ? "" : " " + unit));
        }
        if (arm.size().bsa().isPresent()
                && !arm.model().model().inputs().covariates().containsKey("bsa")) {
            json.writeStringField("bsa", Numbers.format(arm.size().bsa().getAsDouble(), 10) + " m^2");
        }
        json.writeEndObject();
    }

    private void values(String name, Map<String, Double> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Double> value : values.entrySet()) {
            json.writeFieldName(value.getKey());
            json.writeNumber(Numbers.shortest(value.getValue()));
        }
        json.writeEndObject();
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
