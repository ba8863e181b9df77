package org.thiosim.io;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.thiosim.genetics.Allele;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GenotypeReport;
import org.thiosim.genetics.GenotypeReport.DoseAdvice;
import org.thiosim.genetics.GenotypeReport.GeneFacts;
import org.thiosim.genetics.PhenotypeCall;
import org.thiosim.genetics.RelativeActivity;
import org.thiosim.genetics.StartingDose;
import org.thiosim.genetics.StartingDose.Alternative;
import org.thiosim.genetics.StartingDose.Fraction;
import org.thiosim.genetics.TableVersion;

/** A {@link GenotypeReport} as JSON. */
public final class GenotypeJson {
    private final JsonGenerator json;

    private GenotypeJson(JsonGenerator json) {
        this.json = json;
    }

    public static String of(GenotypeReport report) {
        return PrettyJson.text(json -> new GenotypeJson(json).write(report));
    }

    private void write(GenotypeReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("purpose", "for teaching and research, never for dosing a patient");
        json.writeArrayFieldStart("genes");
        for (Map.Entry<Gene, GeneFacts> gene : report.genes().entrySet()) {
            gene(gene.getKey(), gene.getValue());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("starting-doses");
        for (DoseAdvice advice : report.doses()) {
            dose(advice);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void gene(Gene gene, GeneFacts facts) throws IOException {
        json.writeStartObject();
        json.writeStringField("gene", gene.name());
        json.writeArrayFieldStart("phenotypes");
        for (var phenotype : facts.phenotypes()) {
            json.writeString(phenotype.term());
        }
        json.writeEndArray();
        calls("diplotypes", facts.written());
        calls("same-variants-without-phase", facts.ambiguous());
        json.writeArrayFieldStart("notes");
        for (String note : facts.call().notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void calls(String name, Iterable<PhenotypeCall> calls) throws IOException {
        json.writeArrayFieldStart(name);
        for (PhenotypeCall call : calls) {
            json.writeStartObject();
            json.writeStringField("diplotype", call.diplotype().label());
            json.writeStringField("phenotype", call.phenotype().term());
            activity(call.activity());
            json.writeArrayFieldStart("alleles");
            allele(call.first());
            allele(call.second());
            json.writeEndArray();
            table(call.table());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void activity(RelativeActivity activity) throws IOException {
        if (activity.value().isPresent()) {
            json.writeNumberField("relative-activity", activity.value().getAsDouble());
        }
        json.writeArrayFieldStart("activity-bounds");
        json.writeNumber(activity.bounds().low());
        json.writeNumber(activity.bounds().high());
        json.writeEndArray();
        json.writeStringField("activity-basis", activity.basis().name().toLowerCase(java.util.Locale.ROOT));
    }

    private void allele(Allele allele) throws IOException {
        json.writeStartObject();
        json.writeStringField("allele", allele.name());
        json.writeStringField("function", allele.function().term());
        json.writeEndObject();
    }

    private void table(TableVersion version) throws IOException {
        json.writeObjectFieldStart("table");
        json.writeStringField("title", version.title());
        json.writeStringField("version", version.version());
        json.writeStringField("date", version.date());
        json.writeStringField("source", version.source());
        json.writeEndObject();
    }

    private void dose(DoseAdvice advice) throws IOException {
        json.writeStartObject();
        json.writeStringField("guideline", advice.guideline());
        json.writeStringField("version", advice.version().version());
        json.writeStringField("date", advice.version().date());
        json.writeStringField("drug", advice.situation().drug().word());
        json.writeStringField("context", advice.situation().context().word());
        json.writeStringField("tpmt", advice.situation().tpmt().word());
        json.writeStringField("nudt15", advice.situation().nudt15().word());
        json.writeStringField("advice", kind(advice.dose()));
        if (advice.dose() instanceof Fraction fraction) {
            share(fraction);
        } else if (advice.dose() instanceof Alternative alternative
                && alternative.otherwise().isPresent()) {
            share(alternative.otherwise().get());
        }
        json.writeStringField("text", advice.dose().text());
        json.writeEndObject();
    }

    private static String kind(StartingDose dose) {
        return dose instanceof Fraction ? "share" : dose instanceof Alternative ? "alternative" : "none";
    }

    private void share(Fraction fraction) throws IOException {
        json.writeArrayFieldStart("share-of-normal-dose");
        json.writeNumber(fraction.share().low());
        json.writeNumber(fraction.share().high());
        json.writeEndArray();
        json.writeNumberField("share-used", fraction.chosen());
        json.writeStringField("schedule", fraction.schedule().word());
    }
}
