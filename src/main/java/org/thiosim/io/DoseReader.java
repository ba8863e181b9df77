package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thiosim.dosing.Dose;
import org.thiosim.dosing.DoseRule;
import org.thiosim.genetics.DiseaseContext;
import org.thiosim.genetics.DosingSchedule;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GuidelineTable;
import org.thiosim.genetics.GuidelineTable.Situation;
import org.thiosim.genetics.Phenotype;
import org.thiosim.genetics.StartingDose;
import org.thiosim.genetics.StartingDose.NoAdvice;
import org.thiosim.genetics.Thiopurine;
import org.thiosim.model.Drug;
import org.thiosim.model.Model;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/**
 * Reads how much is taken: a quantity, or a mapping with {@code of} that is rounded to tablets, reduced by a guideline or
 * equimolar to another drug.
 */
final class DoseReader {
    private static final int DIGITS = 4;
    private static final double MILLIGRAMS = 1e6;
    private static final List<String> GUIDELINE_KEYS =
            List.of("otherwise", "no-advice", "context", "without-alternative");

    private final Drug drug;
    private final Optional<String> form;
    private final Model model;
    private final Recipient recipient;

    DoseReader(Drug drug, Optional<String> form, Model model, Recipient recipient) {
        this.drug = drug;
        this.form = form;
        this.model = model;
        this.recipient = recipient;
    }

    /**
     * A dose and how it came about.
     *
     * @param thriceWeekly whether a guideline wants it three times a week in place of every day
     */
    record Prescribed(Dose dose, List<String> notes, boolean thriceWeekly) {
        Prescribed {
            notes = List.copyOf(notes);
        }

        Prescribed(Dose dose) {
            this(dose, List.of(), false);
        }

        Prescribed with(String note) {
            List<String> all = new ArrayList<>(notes);
            all.add(note);
            return new Prescribed(dose, all, thriceWeekly);
        }
    }

    /**
     * The doses that a scenario states for where its guideline gives none.
     *
     * @param otherwise where it asks for another drug or gives no dose
     * @param noAdvice where it has no advice, because a phenotype is indeterminate and neither is known to be reduced
     */
    private record Stated(Optional<Dose> otherwise, Optional<Dose> noAdvice) {}

    private Optional<Dose> stated(YamlMap map, String key) {
        return map.quantity(key).flatMap(q -> dose(map, key, q));
    }

    /** @param tablet what the rule rounds to, where the dose itself says nothing */
    Optional<Prescribed> read(YamlMap place, String key, Optional<Quantity> tablet) {
        boolean detailed =
                place.value(key).filter(MappingNode.class::isInstance).isPresent();
        Optional<Prescribed> read = detailed
                ? place.map(key, "'" + key + "'").flatMap(m -> {
                    Optional<Quantity> own = tablet(m).or(() -> tablet);
                    Optional<Prescribed> found = detailed(m).map(p -> rounded(p, own));
                    m.done();
                    return found;
                })
                : place.quantity(key).flatMap(q -> dose(place, key, q)).map(d -> rounded(new Prescribed(d), tablet));
        return read;
    }

    /** A dose that a taper computed. */
    Optional<Prescribed> read(YamlMap place, Quantity quantity, Optional<Quantity> tablet) {
        return dose(place, "from", quantity).map(d -> rounded(new Prescribed(d), tablet));
    }

    /** {@code round-to}: a mass such as 25 mg. */
    static Optional<Quantity> tablet(YamlMap map) {
        return map.quantity("round-to").filter(q -> {
            boolean fits = q.dimension().equals(Unit.parse("mg").dimension()) && q.value() > 0;
            if (!fits) {
                map.flaw("round-to", "doses are rounded to a positive mass such as 25 mg, found " + q);
            }
            return fits;
        });
    }

    private Prescribed rounded(Prescribed exact, Optional<Quantity> tablet) {
        if (tablet.isEmpty()) {
            return exact;
        }
        Dose dose = exact.dose().inMultiplesOf(tablet.get());
        List<String> notes = new ArrayList<>(exact.notes());
        if (recipient.anySize()) {
            return new Prescribed(dose, notes, exact.thriceWeekly());
        }
        double before = exact.dose().mass(recipient.size()) * MILLIGRAMS;
        double after = dose.mass(recipient.size()) * MILLIGRAMS;
        if (Math.abs(before - after) > 1e-9 * before) {
            notes.add(drug.id() + " " + Numbers.format(before, DIGITS) + " mg is rounded to "
                    + Numbers.format(after, DIGITS) + " mg, in multiples of " + tablet.get());
        }
        return new Prescribed(dose, notes, exact.thriceWeekly());
    }

    private Optional<Dose> dose(YamlMap place, String key, Quantity quantity) {
        Node node = place.value(key).orElse(place.node());
        Optional<Dose> dose = YamlMap.parse(node, "", t -> Dose.of(quantity), place.findings());
        boolean surface = dose.filter(d -> d.basis() == Dose.Basis.PER_SURFACE).isPresent();
        if (surface && recipient.size().bsa().isEmpty()) {
            place.flaw(key, "a dose of " + quantity + " needs the patient's 'bsa', or 'height' and 'weight'");
            return Optional.empty();
        }
        return dose;
    }

    private Optional<Prescribed> detailed(YamlMap map) {
        if (!map.has("of")) {
            map.lacks("a dose with details needs 'of', for example {of: 2.5 mg/kg, by-guideline: cpic}", "of");
        }
        Optional<Dose> normal = map.quantity("of").flatMap(q -> dose(map, "of", q));
        Optional<String> guideline = map.text("by-guideline");
        Optional<String> other = map.text("equimolar-to");
        if (guideline.isPresent() && other.isPresent()) {
            map.flaw("equimolar-to", "'by-guideline' and 'equimolar-to' exclude each other");
            return Optional.empty();
        }
        if (guideline.isPresent()) {
            Optional<DiseaseContext> context = map.parsed("context", DiseaseContext::parse);
            boolean without = map.flag("without-alternative");
            Stated stated = new Stated(stated(map, "otherwise"), stated(map, "no-advice"));
            Optional<Dose> unsized = normal.filter(n -> recipient.anySize() && n.basis() == Dose.Basis.FLAT);
            if (unsized.isPresent()) {
                map.flaw(
                        "of",
                        "whether a guideline reduces " + unsized.get().quantity()
                                + " depends on the weight, which differs in a cohort; give the dose per kg or per m^2");
                return Optional.empty();
            }
            boolean flat = normal.filter(n -> n.basis() == Dose.Basis.FLAT).isPresent();
            if (flat && recipient.weight() == Recipient.Weight.LACKING) {
                map.flaw(
                        "of",
                        "whether a guideline reduces " + normal.orElseThrow().quantity()
                                + " depends on the patient's 'weight', for example 'weight: 25 kg'");
                return Optional.empty();
            }
            return map.parsed("by-guideline", id -> recipient.tables().get().guideline(id))
                    .flatMap(g -> normal.flatMap(
                            n -> byGuideline(map, g, n, context.orElse(recipient.context()), without, stated)));
        }
        GUIDELINE_KEYS.stream()
                .filter(map::has)
                .forEach(k -> map.flaw(k, "'" + k + "' goes with 'by-guideline', which names cpic or dpwg"));
        return other.isPresent() ? normal.flatMap(n -> equimolar(map, n)) : normal.map(Prescribed::new);
    }

    private Optional<Prescribed> byGuideline(
            YamlMap map,
            GuidelineTable guideline,
            Dose normal,
            DiseaseContext context,
            boolean without,
            Stated stated) {
        Optional<Thiopurine> thiopurine = map.parsed("by-guideline", t -> Thiopurine.parse(drug.id()));
        Optional<Phenotype> tpmt = phenotype(map, Gene.TPMT);
        Optional<Phenotype> nudt15 = phenotype(map, Gene.NUDT15);
        if (thiopurine.isEmpty() || tpmt.isEmpty() || nudt15.isEmpty()) {
            return Optional.empty();
        }
        Situation situation = new Situation(thiopurine.get(), context, tpmt.get(), nudt15.get());
        StartingDose advice = guideline.startingDose(situation);
        String explanation = guideline.id() + ", " + guideline.explanation(situation);
        if (advice instanceof StartingDose.Fraction fraction) {
            return Optional.of(share(fraction, normal, explanation));
        }
        if (advice instanceof StartingDose.Alternative alternative
                && without
                && alternative.otherwise().isPresent()) {
            return Optional.of(share(alternative.otherwise().get(), normal, explanation));
        }
        Optional<Dose> silent = stated.noAdvice().filter(d -> advice instanceof NoAdvice && situation.isOpen());
        if (silent.isPresent()) {
            return Optional.of(instead(silent.get(), explanation, DoseRule.BY_NO_ADVICE));
        }
        if (stated.otherwise().isPresent()) {
            return Optional.of(instead(stated.otherwise().get(), explanation, DoseRule.BY_OTHERWISE));
        }
        if (advice instanceof StartingDose.Alternative alternative) {
            map.flaw(
                    "by-guideline",
                    explanation + "; the guideline asks for another drug"
                            + (alternative.otherwise().isPresent()
                                    ? ", its dose where there is none is taken with 'without-alternative: true'"
                                    : "; to simulate a dose all the same, state it with 'otherwise'"));
            return Optional.empty();
        }
        map.flaw(
                "by-guideline",
                explanation + "; no dose follows from the guideline, state one with '"
                        + (situation.isOpen() ? "no-advice" : "otherwise") + "'");
        return Optional.empty();
    }

    private static Prescribed instead(Dose dose, String explanation, String by) {
        return new Prescribed(dose, List.of(explanation + "; " + dose.quantity() + " " + by), false);
    }

    private Optional<Phenotype> phenotype(YamlMap map, Gene gene) {
        Optional<Phenotype> phenotype = recipient.phenotype(gene);
        if (phenotype.isEmpty()) {
            map.flaw(
                    "by-guideline",
                    "a dose by guideline needs the patient's '" + GenotypeReader.key(gene)
                            + "' as a diplotype or a phenotype, such as normal");
        }
        return phenotype;
    }

    private Prescribed share(StartingDose.Fraction fraction, Dose normal, String explanation) {
        boolean applies = fraction.appliesTo(perWeight(normal));
        double share = applies ? fraction.chosen() : 1;
        Quantity reduced = new Quantity(
                share * normal.quantity().value(), normal.quantity().unit());
        boolean thrice = applies && fraction.schedule() == DosingSchedule.THRICE_WEEKLY;
        String note = explanation + ": "
                + (applies
                        ? Numbers.format(100 * share, DIGITS) + " % of " + normal.quantity() + " is "
                                + Numbers.format(reduced.value(), DIGITS) + " "
                                + reduced.unit().text()
                        : normal.quantity() + " is below the dose from which it is reduced")
                + atAssumedWeight(normal)
                + (thrice ? ", on Mon, Wed and Fri in place of every day" : "");
        return new Prescribed(Dose.of(reduced), List.of(note), thrice);
    }

    private String atAssumedWeight(Dose normal) {
        if (normal.basis() != Dose.Basis.FLAT || recipient.weight() != Recipient.Weight.ASSUMED) {
            return "";
        }
        return " (" + normal.quantity() + " counts as "
                + Numbers.format(perWeight(normal).value(), DIGITS)
                + " mg/kg: weight is not stated and taken as "
                + Numbers.format(recipient.size().weight(), DIGITS) + " kg)";
    }

    /** A flat dose over the patient's weight, so that it can be compared with a guideline's dose per weight. */
    private Quantity perWeight(Dose normal) {
        if (normal.basis() != Dose.Basis.FLAT) {
            return normal.quantity();
        }
        return new Quantity(
                normal.mass(recipient.size()) * MILLIGRAMS / recipient.size().weight(), Unit.parse("mg/kg"));
    }

    private Optional<Prescribed> equimolar(YamlMap map, Dose other) {
        Map<String, Drug> drugs = model.inputs().drugs();
        map.text("equimolar-to")
                .filter(t -> !drugs.containsKey(t))
                .ifPresent(t ->
                        map.flaw("equimolar-to", "unknown drug '" + t + "'" + DrugNames.suggestion(t, drugs.keySet())));
        return map.text("equimolar-to")
                .flatMap(t -> Optional.ofNullable(drugs.get(t)))
                .map(from -> {
                    Quantity own = drug.molarMass(form);
                    double factor = own.canonical() / from.molarMass().canonical();
                    Quantity quantity = new Quantity(
                            factor * other.quantity().value(), other.quantity().unit());
                    String note = drug.id() + " " + Numbers.format(quantity.value(), DIGITS) + " "
                            + quantity.unit().text() + " is equimolar to " + from.id() + " " + other.quantity() + " ("
                            + own + " over " + from.molarMass() + ")";
                    return new Prescribed(Dose.of(quantity), List.of(note), false);
                });
    }
}
