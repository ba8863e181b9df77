package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thiosim.dosing.Dose;
import org.thiosim.dosing.DoseRule;
import org.thiosim.dosing.DoseTimes;
import org.thiosim.dosing.Regimen;
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

    private final Drug drug;
    private final Optional<String> form;
    private final Model model;
    private final Recipient recipient;
    private final Optional<Regimen> normalRegimen;

    /**
     * @param normalRegimen what the arm would take if no gene were reduced, by which guidelines judge a dose; empty where
     *     that itself is read
     */
    DoseReader(Drug drug, Optional<String> form, Model model, Recipient recipient, Optional<Regimen> normalRegimen) {
        this.drug = drug;
        this.form = form;
        this.model = model;
        this.recipient = recipient;
        this.normalRegimen = normalRegimen;
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
    record Stated(Optional<Dose> otherwise, Optional<Dose> noAdvice) {}

    private Optional<Dose> stated(YamlMap map, String key) {
        return map.quantity(key).flatMap(q -> dose(map, key, q));
    }

    /**
     * @param tablet what the rule rounds to, where the dose itself says nothing
     * @param times when it is taken; empty where that could not be read
     */
    Optional<Prescribed> read(YamlMap place, String key, Optional<Quantity> tablet, Optional<DoseTimes> times) {
        boolean detailed =
                place.value(key).filter(MappingNode.class::isInstance).isPresent();
        Optional<Prescribed> read = detailed
                ? place.map(key, "'" + key + "'").flatMap(m -> {
                    Optional<Quantity> own = tablet(m).or(() -> tablet);
                    Optional<Prescribed> found = detailed(m, times).map(p -> rounded(p, own));
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
        if (tablet.isEmpty() || normalRegimen.isEmpty()) {
            return exact;
        }
        Dose dose = exact.dose().inMultiplesOf(tablet.get());
        List<String> notes = new ArrayList<>(exact.notes());
        if (recipient.anySize()) {
            return new Prescribed(dose, notes, exact.thriceWeekly());
        }
        double before = exact.dose().milligrams(recipient.size());
        double after = dose.milligrams(recipient.size());
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

    private Optional<Prescribed> detailed(YamlMap map, Optional<DoseTimes> times) {
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
            Stated stated = new Stated(stated(map, "otherwise"), stated(map, "no-advice"));
            GuidelineDose reader = new GuidelineDose(map, drug, recipient, stated);
            Optional<Double> part = part(map);
            return normalRegimen.isPresent()
                    ? normal.flatMap(n -> reader.read(n, normalRegimen.get(), times))
                            .map(whole -> part.map(p -> part(whole, p)).orElse(whole))
                    : reader.unread(normal);
        }
        GuidelineDose.KEYS.forEach(map::value);
        GuidelineDose.KEYS.stream()
                .filter(map::has)
                .forEach(k -> map.flaw(k, "'" + k + "' goes with 'by-guideline', which names cpic or dpwg"));
        return other.isPresent() ? normal.flatMap(n -> equimolar(map, n)) : normal.map(Prescribed::new);
    }

    /** {@code part}: the share of what the guideline gives that is taken, for example beside allopurinol. */
    private static Optional<Double> part(YamlMap map) {
        return map.quantity("part").map(Quantity::canonical).filter(p -> {
            boolean fits = p > 0 && p <= 1;
            if (!fits) {
                map.flaw("part", "a part of the guideline's dose lies above 0 and at most at 1, for example 25 %");
            }
            return fits;
        });
    }

    private static Prescribed part(Prescribed whole, double part) {
        boolean stated = whole.notes().stream()
                .anyMatch(n -> n.contains(DoseRule.BY_OTHERWISE) || n.contains(DoseRule.BY_NO_ADVICE));
        if (stated) {
            return whole;
        }
        Quantity guided = whole.dose().quantity();
        Quantity taken = new Quantity(part * guided.value(), guided.unit());
        return new Prescribed(Dose.of(taken), whole.notes(), whole.thriceWeekly())
                .with(Numbers.format(100 * part, DIGITS) + " % of the guideline's "
                        + Numbers.format(guided.value(), DIGITS) + " "
                        + guided.unit().text() + " is taken, "
                        + Numbers.format(taken.value(), DIGITS) + " "
                        + taken.unit().text());
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
