package org.thiosim.io;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.thiosim.dosing.Dose;
import org.thiosim.dosing.DoseRule;
import org.thiosim.dosing.DoseTimes;
import org.thiosim.dosing.Regimen;
import org.thiosim.genetics.DiseaseContext;
import org.thiosim.genetics.DosingSchedule;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GuidelineTable;
import org.thiosim.genetics.GuidelineTable.Situation;
import org.thiosim.genetics.Phenotype;
import org.thiosim.genetics.StartingDose;
import org.thiosim.genetics.StartingDose.NoAdvice;
import org.thiosim.genetics.Thiopurine;
import org.thiosim.io.DoseReader.Prescribed;
import org.thiosim.io.DoseReader.Stated;
import org.thiosim.model.Drug;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/**
 * Reads a dose by guideline: {@code {of: 2 mg/kg, by-guideline: cpic}}.
 *
 * <p>Guidelines speak of the dose of a day. What is compared with them is the normal mass of the drug in 24 h by all rules
 * of the arm together, so that a split dose is judged as the same mass once a day and a weekly one by its mean. Where a
 * guideline reduces a dose only from some dose of a day on, what is taken below that at other times is held at what the
 * lowest reduced dose comes to: of two normal doses the lower never becomes the higher one.
 */
final class GuidelineDose {
    static final List<String> KEYS = List.of("otherwise", "no-advice", "context", "without-alternative", "part");

    /** Note of a rule of the normal regimen that a guideline will judge. */
    private static final String JUDGED = "judged by guideline";

    private static final int DIGITS = 4;
    private static final double ROUNDING = 1e-9;

    private final YamlMap map;
    private final Drug drug;
    private final Recipient recipient;
    private final Stated stated;

    GuidelineDose(YamlMap map, Drug drug, Recipient recipient, Stated stated) {
        this.map = map;
        this.drug = drug;
        this.recipient = recipient;
        this.stated = stated;
    }

    /** The normal dose, whatever a guideline makes of it. */
    Optional<Prescribed> unread(Optional<Dose> normal) {
        map.leaveUnread();
        return normal.map(n -> new Prescribed(n).with(JUDGED));
    }

    /**
     * The dose by guideline.
     *
     * @param regimen what the arm takes if no gene is reduced
     * @param times when the dose is taken then
     */
    Optional<Prescribed> read(Dose normal, Regimen regimen, Optional<DoseTimes> times) {
        Optional<DiseaseContext> context = map.parsed("context", DiseaseContext::parse);
        boolean without = map.flag("without-alternative");
        Daily daily = daily(normal, regimen, times);
        return map.parsed("by-guideline", id -> recipient.tables().get().guideline(id))
                .flatMap(g -> read(g, daily, regimen, context.orElse(recipient.context()), without));
    }

    /**
     * A normal dose and what it comes to in a day.
     *
     * @param own doses of this rule in 24 h; 1 for single doses
     * @param alone the drug in 24 h by this rule, in mg/kg or mg/m^2
     * @param total the drug in 24 h by all rules
     * @param words how often it is taken
     */
    private record Daily(Dose dose, double own, Quantity alone, Quantity total, String words, boolean repeated) {
        boolean isBeside() {
            return total.canonical() > alone.canonical() * (1 + ROUNDING);
        }
    }

    private Daily daily(Dose normal, Regimen regimen, Optional<DoseTimes> times) {
        boolean repeated = times.filter(t -> t.cycle().isPresent()).isPresent();
        double own = repeated ? times.orElseThrow().perDay() : 1;
        double alone = normal.mass(recipient.size()) * own;
        double total = Math.max(
                alone,
                times.map(t -> regimen.greatestDailyMass(drug.id(), t, recipient.size()))
                        .orElse(0.0));
        return new Daily(
                normal,
                own,
                perSize(alone, normal),
                perSize(total, normal),
                times.map(DoseTimes::words).orElse(""),
                repeated);
    }

    /** A mass in mg/m^2 where a dose is stated so, else in mg/kg. */
    private Quantity perSize(double mass, Dose like) {
        boolean surface = like.basis() == Dose.Basis.PER_SURFACE;
        Unit unit = Unit.parse(surface ? "mg/m^2" : "mg/kg");
        double size = surface
                ? recipient.size().bsa().orElseThrow()
                : recipient.size().weight();
        return new Quantity(unit.fromCanonical(mass / size), unit);
    }

    /** Why a body size that is not known is needed to judge a dose; empty where it is not. */
    private Optional<String> needsSize(StartingDose.Fraction fraction, Dose normal, Regimen regimen) {
        if (fraction.from().isEmpty()) {
            return Optional.empty();
        }
        boolean flat = normal.basis() == Dose.Basis.FLAT;
        if (recipient.anySize() && flat) {
            return Optional.of("whether a guideline reduces " + normal.quantity()
                    + " depends on the weight, which differs in a cohort; give the dose per kg or per m^2");
        }
        if (recipient.weight() == Recipient.Weight.LACKING && flat) {
            return Optional.of("whether a guideline reduces " + normal.quantity()
                    + " depends on the patient's 'weight', for example 'weight: 25 kg'");
        }
        return regimen.rules().stream()
                .filter(r -> r.drug().equals(drug.id()) && r.dose().basis() != normal.basis())
                .filter(r -> recipient.anySize())
                .findFirst()
                .map(r -> "a guideline judges " + normal.quantity() + " together with the "
                        + r.dose().quantity()
                        + " beside it, which depends on the body size, and that differs in a cohort; give both per kg or"
                        + " both per m^2");
    }

    private Optional<Prescribed> read(
            GuidelineTable guideline, Daily normal, Regimen regimen, DiseaseContext context, boolean without) {
        Optional<Thiopurine> thiopurine = map.parsed("by-guideline", t -> Thiopurine.parse(drug.id()));
        Optional<Phenotype> tpmt = phenotype(Gene.TPMT);
        Optional<Phenotype> nudt15 = phenotype(Gene.NUDT15);
        if (thiopurine.isEmpty() || tpmt.isEmpty() || nudt15.isEmpty()) {
            return Optional.empty();
        }
        Situation situation = new Situation(thiopurine.get(), context, tpmt.get(), nudt15.get());
        StartingDose advice = guideline.startingDose(situation);
        String explanation = guideline.id() + ", " + guideline.explanation(situation);
        Optional<StartingDose.Fraction> fraction = fraction(advice, without);
        if (fraction.isPresent()) {
            Optional<String> sized = needsSize(fraction.get(), normal.dose(), regimen);
            sized.ifPresent(flaw -> map.flaw("of", flaw));
            return sized.isPresent()
                    ? Optional.empty()
                    : Optional.of(share(fraction.get(), normal, regimen, explanation));
        }
        Optional<Dose> silent = stated.noAdvice().filter(d -> advice instanceof NoAdvice && situation.isOpen());
        if (silent.isPresent()) {
            return Optional.of(instead(silent.get(), explanation, DoseRule.BY_NO_ADVICE));
        }
        if (stated.otherwise().isPresent()) {
            return Optional.of(instead(stated.otherwise().get(), explanation, DoseRule.BY_OTHERWISE));
        }
        map.flaw("by-guideline", explanation + "; " + remedy(advice, situation));
        return Optional.empty();
    }

    private static Optional<StartingDose.Fraction> fraction(StartingDose advice, boolean without) {
        if (advice instanceof StartingDose.Fraction fraction) {
            return Optional.of(fraction);
        }
        return advice instanceof StartingDose.Alternative alternative && without
                ? alternative.otherwise()
                : Optional.empty();
    }

    private static String remedy(StartingDose advice, Situation situation) {
        if (advice instanceof StartingDose.Alternative alternative) {
            return "the guideline asks for another drug"
                    + (alternative.otherwise().isPresent()
                            ? ", its dose where there is none is taken with 'without-alternative: true'"
                            : "; to simulate a dose all the same, state it with 'otherwise'");
        }
        return "no dose follows from the guideline, state one with '" + (situation.isOpen() ? "no-advice" : "otherwise")
                + "'";
    }

    private static Prescribed instead(Dose dose, String explanation, String by) {
        return new Prescribed(dose, List.of(explanation + "; " + dose.quantity() + " " + by), false);
    }

    private Optional<Phenotype> phenotype(Gene gene) {
        Optional<Phenotype> phenotype = recipient.phenotype(gene);
        if (phenotype.isEmpty()) {
            String key = GenotypeReader.key(gene);
            String lack = "a dose by guideline needs the patient's '" + key
                    + "' as a diplotype or a phenotype, such as normal";
            map.findings()
                    .addLack(
                            map.value("by-guideline").orElse(map.node()),
                            lack,
                            () -> map.findings().about(key, lack));
        }
        return phenotype;
    }

    /** A share of each dose as often as before, or of the day's dose three times a week. */
    private Prescribed share(StartingDose.Fraction fraction, Daily normal, Regimen regimen, String explanation) {
        boolean applies = fraction.appliesTo(normal.total());
        Optional<Quantity> higher =
                applies || !normal.repeated() ? Optional.empty() : lowestReduced(fraction, regimen, normal);
        double share = applies
                ? fraction.chosen()
                : higher.map(h -> Math.min(
                                1,
                                fraction.chosen()
                                        * h.canonical()
                                        / normal.total().canonical()))
                        .orElse(1.0);
        boolean thrice = applies && normal.repeated() && fraction.schedule() == DosingSchedule.THRICE_WEEKLY;
        Quantity dose = normal.dose().quantity();
        Quantity whole = thrice ? new Quantity(normal.own() * dose.value(), dose.unit()) : dose;
        Quantity reduced = new Quantity(share * whole.value(), whole.unit());
        String words = applies
                ? percent(share) + " of " + shown(whole) + (thrice && normal.own() != 1 ? " a day" : "") + " is "
                        + shown(reduced)
                : dose + " is below the dose from which it is reduced"
                        + higher.filter(h -> share < 1 - ROUNDING)
                                .map(h -> " but held at " + shown(reduced) + ", for it shall not exceed "
                                        + percent(fraction.chosen()) + " of the " + shown(h)
                                        + " a day that are reduced at another time")
                                .orElse("");
        String note = explanation + ": " + words
                + counted(normal, share < 1, !fraction.from().isEmpty())
                + (thrice ? ", on Mon, Wed and Fri in place of every day" : "");
        return new Prescribed(Dose.of(reduced), List.of(note), thrice);
    }

    /** The lowest dose of a day that is reduced at any time; empty where none is. */
    private Optional<Quantity> lowestReduced(StartingDose.Fraction fraction, Regimen regimen, Daily normal) {
        return regimen.rules().stream()
                .filter(r -> r.drug().equals(drug.id()) && r.notes().contains(JUDGED))
                .filter(r -> r.times().cycle().isPresent())
                .map(r -> perSize(regimen.greatestDailyMass(drug.id(), r.times(), recipient.size()), normal.dose()))
                .filter(fraction::appliesTo)
                .min(Comparator.comparingDouble(Quantity::canonical));
    }

    private static String percent(double share) {
        return Numbers.format(100 * share, DIGITS) + " %";
    }

    private static String shown(Quantity quantity) {
        return Numbers.format(quantity.value(), DIGITS) + " " + quantity.unit().text();
    }

    /** What a dose counts as in a day, where that is not the dose itself and it is changed or held against a bound. */
    private String counted(Daily normal, boolean changed, boolean bounded) {
        boolean flat = normal.dose().basis() == Dose.Basis.FLAT;
        boolean assumed = bounded && flat && recipient.weight() == Recipient.Weight.ASSUMED;
        boolean sized = !flat || recipient.weight() == Recipient.Weight.STATED;
        boolean matters = bounded || changed && sized;
        boolean often = matters && normal.own() != 1;
        boolean beside = matters && normal.isBeside();
        if (!assumed && !often && !beside) {
            return "";
        }
        return " (" + normal.dose().quantity() + (often ? " " + normal.words() : "") + " counts as "
                + shown(normal.total()) + (often || beside ? " a day" : "")
                + (beside ? " with the other doses of " + drug.id() : "")
                + (often && normal.own() < 1 && !beside
                        ? " on average, and the guideline speaks of doses taken every day"
                        : "")
                + (assumed
                        ? ": weight is not stated and taken as "
                                + Numbers.format(recipient.size().weight(), DIGITS) + " kg"
                        : "")
                + ")";
    }
}
