package org.thiosim.io;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.thiosim.genetics.Allele;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GenotypeReport;
import org.thiosim.genetics.GenotypeReport.DoseAdvice;
import org.thiosim.genetics.GenotypeReport.GeneFacts;
import org.thiosim.genetics.Phenotype;
import org.thiosim.genetics.PhenotypeCall;
import org.thiosim.genetics.RelativeActivity;
import org.thiosim.genetics.StartingDose;
import org.thiosim.genetics.StartingDose.Alternative;
import org.thiosim.genetics.StartingDose.Fraction;
import org.thiosim.genetics.TableVersion;
import org.thiosim.simulation.Purpose;
import org.thiosim.units.Quantity;

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
        json.writeStringField("purpose", Purpose.CLAUSE);
        json.writeArrayFieldStart("genes");
        for (Map.Entry<Gene, GeneFacts> gene : report.genes().entrySet()) {
            gene(gene.getKey(), gene.getValue());
        }
        json.writeEndArray();
        JsonParts.strings(
                json,
                "taken-as-normal",
                Stream.of(Gene.values())
                        .filter(g -> !report.genes().containsKey(g))
                        .map(Gene::name)
                        .toList());
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
        JsonParts.strings(
                json,
                "phenotypes",
                facts.phenotypes().stream().map(Phenotype::term).toList());
        if (facts.call().stated().isPresent()) {
            json.writeStringField("stated", facts.call().stated().get().term());
        }
        calls("diplotypes", facts.written(), facts);
        calls("same-variants-without-phase", facts.ambiguous(), facts);
        JsonParts.strings(json, "notes", facts.call().notes());
        json.writeEndObject();
    }

    private void calls(String name, Iterable<PhenotypeCall> calls, GeneFacts facts) throws IOException {
        json.writeArrayFieldStart(name);
        for (PhenotypeCall call : calls) {
            json.writeStartObject();
            json.writeStringField("diplotype", call.diplotype().label());
            json.writeStringField("phenotype", call.phenotype().term());
            json.writeBooleanField("phased", call.diplotype().phased());
            if (facts.shares().containsKey(call.diplotype())) {
                json.writeNumberField("share-by-allele-frequencies", facts.share(call));
            }
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
        if (allele.activity().isPresent()) {
            json.writeNumberField("activity-in-vitro", allele.activity().getAsDouble());
        }
        JsonParts.strings(json, "variants", allele.variants());
        if (!allele.note().isEmpty()) {
            json.writeStringField("note", allele.note());
        }
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
        table(advice.version());
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
        JsonParts.strings(
                json,
                "from-normal-daily-dose",
                fraction.from().stream().map(Quantity::toString).toList());
    }
}
