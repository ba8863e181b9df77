package org.thiosim.io;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Numbers;

/** What charts need beyond the tables: the section {@code charts} of a manifest. */
final class ChartSection {
    private final JsonGenerator json;

    private ChartSection(JsonGenerator json) {
        this.json = json;
    }

    static void write(JsonGenerator json, RunRecord run) throws IOException {
        json.writeObjectFieldStart("charts");
        new ChartSection(json).write(run);
        json.writeEndObject();
    }

    private void write(RunRecord run) throws IOException {
        json.writeStringField("title", run.head().title());
        json.writeStringField("lesson", run.head().lesson());
        json.writeStringField("source", run.head().source());
        json.writeArrayFieldStart("phases");
        for (TimeWindow phase : run.phases()) {
            json.writeStartObject();
            number("from_h", phase.from());
            number("to_h", phase.to());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("observables");
        for (RunRecord.Shown shown : run.observables()) {
            observable(shown);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("arms");
        for (RunRecord.Treatment arm : run.arms()) {
            arm(arm);
        }
        json.writeEndArray();
        network(run.network());
    }

    private void observable(RunRecord.Shown shown) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", shown.id());
        json.writeStringField("title", shown.title());
        json.writeStringField("unit", shown.unit());
        if (shown.reference().isPresent()) {
            RunRecord.Reference reference = shown.reference().get();
            json.writeObjectFieldStart("reference");
            number("low", reference.low());
            number("high", reference.high());
            json.writeStringField("label", reference.label());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void arm(RunRecord.Treatment arm) throws IOException {
        json.writeStartObject();
        json.writeStringField("arm", arm.arm());
        json.writeArrayFieldStart("doses");
        for (RunRecord.Dosing dose : arm.doses()) {
            json.writeStartObject();
            json.writeStringField("drug", dose.drug());
            number("from_h", dose.fromHour());
            number("until_h", dose.untilHour());
            json.writeStringField("label", dose.label());
            json.writeStringField("equal", dose.equal());
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonParts.strings(json, "notices", arm.notices());
        JsonParts.texts(json, "hidden", arm.hidden());
        json.writeObjectFieldStart("captions");
        for (String observable : new TreeSet<>(arm.captions().keySet())) {
            JsonParts.strings(json, observable, arm.captions().getOrDefault(observable, List.of()));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void network(RunRecord.Network network) throws IOException {
        json.writeArrayFieldStart("species");
        for (RunRecord.Place place : new TreeMap<>(network.species()).values()) {
            json.writeStartObject();
            json.writeStringField("id", place.id());
            json.writeStringField("label", place.label());
            json.writeStringField("matrix", place.matrix());
            json.writeStringField("kind", place.sink() ? "sink" : "species");
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonParts.texts(json, "processes", network.processes());
    }

    private void number(String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            number(name, value.getAsDouble());
        }
    }

    private void number(String name, double value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(new BigDecimal(Numbers.shortest(value)).toPlainString());
    }
}
