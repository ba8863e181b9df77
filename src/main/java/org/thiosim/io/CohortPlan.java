package org.thiosim.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.Share;
import org.thiosim.io.CohortFile.LoadedCohort;

/** Everything that the values of a cohort depend on, as JSON; equal plans give equal values. */
public record CohortPlan(String text) {
    static final String FILE = "cohort.json";
    private static final String BUILD = "build";

    /**
     * The plan of a cohort.
     *
     * @param version version of the program
     */
    public static CohortPlan of(LoadedCohort loaded, Share share, String version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(bytes).setPrettyPrinter(new DefaultPrettyPrinter())) {
            Cohort cohort = loaded.cohort();
            json.writeStartObject();
            json.writeStringField("program", "thiosim");
            json.writeStringField("version", version);
            json.writeStringField(BUILD, ProgramBuild.digest());
            json.writeStringField("scenario", cohort.head().id());
            json.writeNumberField("patients", cohort.size());
            json.writeNumberField("seed", cohort.seed());
            json.writeStringField("shard", share.toString());
            json.writeNumberField("block", cohort.blockSize());
            json.writeArrayFieldStart("settings");
            for (Setting setting : loaded.settings()) {
                json.writeString(String.join(".", setting.path()) + "=" + setting.value());
            }
            json.writeEndArray();
            json.writeObjectFieldStart("sha256");
            for (YamlSource file : loaded.files()) {
                json.writeStringField(shown(file.name()), Manifest.sha256(file.text()));
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CohortPlan(bytes.toString(StandardCharsets.UTF_8) + "\n");
    }

    /** Reads a plan; refuses a text that lacks what a plan says. */
    static CohortPlan read(String text) {
        CohortPlan plan = new CohortPlan(text);
        plan.patients();
        plan.scenario();
        plan.settings();
        plan.seed();
        List.of("version", "sha256").forEach(plan.json()::at);
        return plan;
    }

    private static String shown(String name) {
        return name.startsWith("populations/") ? name : Manifest.shown(name);
    }

    private JsonText json() {
        return JsonText.parse(FILE, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Id of the scenario. */
    String scenario() {
        return json().at("scenario").text();
    }

    /** What it is a plan of, for messages. */
    String words() {
        return "cohort of " + patients() + " patients of '" + scenario() + "'";
    }

    /** Number of patients. */
    public long patients() {
        return json().at("patients").whole();
    }

    /** Where random numbers start. */
    public long seed() {
        return json().at("seed").whole();
    }

    /** Digest of the program's classes; a plan of an older program has none. */
    private String build() {
        return json().optional(BUILD).map(JsonText::text).orElse("unknown");
    }

    /** Values that replaced those of the scenario. */
    public List<Setting> settings() {
        return json().at("settings").items().stream()
                .map(s -> Setting.parse(s.text()))
                .toList();
    }

    /**
     * What differs from another plan, apart from the shard, with the value there and the value here, such as {@code seed 1
     * (here 2)}; empty where both give the same values.
     */
    List<String> differences(CohortPlan other) {
        JsonText mine = json();
        JsonText theirs = other.json();
        List<String> found = new ArrayList<>();
        String build = build();
        if (!build.equals(other.build())) {
            found.add("build " + build + " of the program (here " + other.build() + ")");
        }
        for (String key : List.of("version", "scenario", "patients", "seed", "settings", "sha256")) {
            if (!mine.at(key).equals(theirs.at(key))) {
                found.add(
                        key.equals("sha256")
                                ? changed(mine.at(key).entries(), theirs.at(key).entries())
                                : key + " " + shown(mine.at(key)) + " (here " + shown(theirs.at(key)) + ")");
            }
        }
        return found;
    }

    private static String changed(Map<String, JsonText> mine, Map<String, JsonText> theirs) {
        List<String> names = mine.entrySet().stream()
                .filter(e -> !e.getValue().equals(theirs.get(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        return (names.isEmpty() ? "files" : "files " + String.join(", ", names)) + " of other contents";
    }

    private static String shown(JsonText value) {
        if (!(value.value() instanceof List)) {
            return String.valueOf(value.value());
        }
        String settings = value.items().stream().map(JsonText::text).collect(Collectors.joining(", "));
        return settings.isEmpty() ? "none" : settings;
    }
}
