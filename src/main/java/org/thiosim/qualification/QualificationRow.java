package org.thiosim.qualification;

import java.util.OptionalDouble;

/**
 * An observation beside its prediction.
 *
 * @param scale free scale of the observation's assay group, observed over predicted; empty for ratios and levels without
 *     a group
 */
public record QualificationRow(Study study, Observation observation, Prediction prediction, OptionalDouble scale) {

    /** Predicted over observed; empty without a prediction or where either is not positive. */
    public OptionalDouble foldError() {
        double observed = observation.reported().value();
        double predicted = prediction.value().orElse(Double.NaN);
        return predicted > 0 && observed > 0 ? OptionalDouble.of(predicted / observed) : OptionalDouble.empty();
    }

    /** The fold error after the group's scale. */
    public OptionalDouble scaledFoldError() {
        OptionalDouble fold = foldError();
        return fold.isPresent() && scale.isPresent()
                ? OptionalDouble.of(fold.getAsDouble() * scale.getAsDouble())
                : OptionalDouble.empty();
    }

    public Observation.Kind kind() {
        return observation.kind();
    }

    /** Why a row has no fold error; empty for one that has. */
    public String absence() {
        if (foldError().isPresent()) {
            return "";
        }
        return prediction.value().isPresent() ? "no fold error: a value is not positive" : prediction.absence();
    }

    /** What a ratio is taken to, in words; empty for a level. */
    public String reference() {
        Comparison comparison = observation.comparison();
        if (comparison instanceof Comparison.RatioTo ratio) {
            return ratio.reference().equals(observation.measurand())
                    ? ratio.arm()
                    : ratio.arm() + "@" + Hours.inWords(ratio.reference().hour());
        }
        if (comparison instanceof Comparison.RatioOf ratio) {
            return ratio.denominator().label();
        }
        return comparison instanceof Comparison.PercentOfDose percent ? percent.drug() : "";
    }

    QualificationRow scaled(OptionalDouble by) {
        return new QualificationRow(study, observation, prediction, by);
    }
}
