package org.thiosim.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.thiosim.dosing.BodySize;
import org.thiosim.dosing.Dose;
import org.thiosim.model.Covariate;
import org.thiosim.model.Drug;
import org.thiosim.model.Model;
import org.thiosim.model.Notice;
import org.thiosim.model.Observable;
import org.thiosim.model.ParameterSet;
import org.thiosim.page.browser.NoticeRule;
import org.thiosim.units.Numbers;

/**
 * The warnings of a model as plain numbers for the browser, with their texts.
 *
 * @param rows one for each warning
 */
record LoweredNotices(List<Row> rows) {
    private static final double NOTHING = -1;
    private static final List<Double> UNBOUND = List.of(NOTHING, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    private static final String ORAL = "oral";
    private static final int DIGITS = 4;

    /**
     * One warning.
     *
     * @param text {@code {value}} stands for the covariate's value
     * @param unit of that value, empty where the text has none
     * @param factor from the canonical value to that unit
     * @param hides observables that are then not shown
     * @param numbers the components of a {@link NoticeRule}
     */
    record Row(String text, String unit, double factor, List<String> hides, List<Double> numbers) {
        int covariate() {
            return numbers.get(NoticeRule.FIRST_COVARIATE).intValue();
        }
    }

    LoweredNotices {
        rows = List.copyOf(rows);
    }

    double[] numbers() {
        return rows.stream()
                .flatMap(r -> r.numbers().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    static LoweredNotices of(Lowered lowered) {
        List<Row> rows = new ArrayList<>();
        Optional<String> set = lowered.set().map(ParameterSet::id);
        List<String> drugs = lowered.drugs().stream().map(Drug::id).toList();
        List<String> covariates = lowered.covariates();
        Map<String, Observable> observables = lowered.model().outputs().observables();
        for (Notice notice : lowered.model().outputs().notices()) {
            notice.conditions().stream()
                    .filter(c -> c.parameterSet().stream().allMatch(s -> set.equals(Optional.of(s)))
                            && c.route().stream().allMatch(ORAL::equals)
                            && c.dosed().stream().allMatch(drugs::contains)
                            && c.during().stream().allMatch(d -> drugs.contains(d.drug()))
                            && c.covariates().stream().allMatch(b -> covariates.contains(b.covariate()))
                            && c.observable().stream().allMatch(observables::containsKey))
                    .forEach(c -> rows.add(new Row(notice.text(), "", 1, notice.hides(), numbers(c, lowered))));
        }
        lowered.model().studied().forEach(s -> rows.addAll(studied(s, lowered)));
        return new LoweredNotices(rows);
    }

    private static List<Double> numbers(Notice.Condition condition, Lowered lowered) {
        List<String> drugs = lowered.drugs().stream().map(Drug::id).toList();
        List<String> covariates = lowered.covariates();
        Optional<Dose> above = condition.doseAbove().map(b -> Dose.of(b.quantity()));
        double limit =
                above.map(d -> d.mass(new BodySize(1, OptionalDouble.of(1)))).orElse(NOTHING);
        boolean perWeight =
                above.filter(d -> d.basis() == Dose.Basis.PER_WEIGHT).isPresent();
        List<Notice.CovariateBound> bounds = condition.covariates();
        List<Double> numbers = new ArrayList<>(List.of(
                condition.dosed().map(d -> (double) drugs.indexOf(d)).orElse(NOTHING),
                limit,
                perWeight ? 1.0 : 0.0,
                condition.during().map(d -> (double) drugs.indexOf(d.drug())).orElse(NOTHING),
                condition.doseAbove().filter(Notice.DoseBound::inOneDay).isPresent() ? 1.0 : 0.0,
                condition.doseAbove().map(Notice.DoseBound::lasting).orElse(0.0),
                condition.during().map(Notice.Companion::lingers).orElse(0.0)));
        for (int i = 0; i < NoticeRule.COVARIATES; i++) {
            numbers.addAll(i < bounds.size() ? bound(bounds.get(i), covariates) : UNBOUND);
        }
        return numbers;
    }

    private static List<Double> bound(Notice.CovariateBound bound, List<String> covariates) {
        return List.of(
                (double) covariates.indexOf(bound.covariate()),
                bound.below().orElse(Double.POSITIVE_INFINITY),
                bound.above().orElse(Double.NEGATIVE_INFINITY));
    }

    /** Warnings below and above the range that a covariate was studied in, with each drug that it concerns. */
    private static List<Row> studied(Model.StudiedRange studied, Lowered lowered) {
        List<String> drugs = lowered.drugs().stream().map(Drug::id).toList();
        Stream<Double> dosed = studied.drugs().isEmpty()
                ? Stream.of(NOTHING)
                : studied.drugs().stream().filter(drugs::contains).sorted().map(d -> (double) drugs.indexOf(d));
        return dosed.flatMap(d -> Stream.of(
                        outside(studied, d, studied.range().low(), Double.NEGATIVE_INFINITY, lowered),
                        outside(
                                studied,
                                d,
                                Double.POSITIVE_INFINITY,
                                studied.range().high(),
                                lowered)))
                .toList();
    }

    /** The warning of a covariate that lies below one bound and above the other. */
    private static Row outside(Model.StudiedRange studied, double dosed, double below, double above, Lowered lowered) {
        Covariate covariate = studied.covariate();
        double index = lowered.covariates().indexOf(covariate.id());
        return new Row(
                studied.warning(" {value}", LoweredNotices::shown),
                covariate.unit().text(),
                covariate.unit().fromCanonical(1),
                List.of(),
                Stream.of(List.of(dosed, NOTHING, 0.0, NOTHING, 0.0, 0.0, 0.0, index, below, above), UNBOUND)
                        .flatMap(List::stream)
                        .toList());
    }

    private static String shown(Covariate covariate, double canonical) {
        String unit = covariate.unit().text();
        return Numbers.format(covariate.unit().fromCanonical(canonical), DIGITS) + (unit.equals("1") ? "" : " " + unit);
    }
}
