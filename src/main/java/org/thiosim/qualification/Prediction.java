package org.thiosim.qualification;

import java.util.OptionalDouble;

/**
 * What the model says about an observation.
 *
 * @param value in the observation's unit; empty where there is none
 * @param absence why there is none, empty where there is one
 */
public record Prediction(OptionalDouble value, String absence) {
    static Prediction of(double value) {
        return Double.isFinite(value)
                ? new Prediction(OptionalDouble.of(value), "")
                : none("the model gives no finite value");
    }

    static Prediction none(String absence) {
        return new Prediction(OptionalDouble.empty(), absence);
    }
}
