package org.thiosim.io;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.thiosim.simulation.Purpose;
import org.thiosim.simulation.SolverChoice;

/** What several JSON documents of the program have in common. */
final class JsonParts {
    private JsonParts() {}

    /** Which program wrote the document, and what it is for. */
    static void program(JsonGenerator json, String version) throws IOException {
        json.writeStringField("program", "thiosim");
        json.writeStringField("version", version);
        json.writeStringField("purpose", Purpose.CLAUSE);
    }

    /** The values that replaced those of a scenario. */
    static void settings(JsonGenerator json, List<Setting> settings) throws IOException {
        strings(
                json,
                "settings",
                settings.stream()
                        .map(s -> String.join(".", s.path()) + "=" + s.value())
                        .toList());
    }

    /** The method, why it, and the tolerances, as fields of an object that was begun. */
    static void solver(JsonGenerator json, SolverChoice choice) throws IOException {
        json.writeStringField("method", choice.used().id());
        json.writeStringField("reason", choice.reason());
        json.writeNumberField("relative", choice.relative());
        json.writeNumberField("absolute", choice.absolute());
        json.writeNumberField("peak-share", choice.peakShare());
    }

    static void strings(JsonGenerator json, String name, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** Texts by name, in order of the names. */
    static void texts(JsonGenerator json, String name, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }
}
