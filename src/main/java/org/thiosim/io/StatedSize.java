package org.thiosim.io;

import static org.thiosim.units.Clock.YEAR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.thiosim.dosing.BodySize;
import org.thiosim.dosing.Dose.Basis;
import org.thiosim.dosing.Regimen;
import org.thiosim.patient.BodySurface;
import org.thiosim.units.Numbers;

/**
 * What a scenario states of a patient's size.
 *
 * @param weight whether the weight is stated
 * @param surface whether the body surface is stated, or height and weight from which it follows
 * @param isOtherwise whether something is stated that an adult of usual weight need not have: surface, height, weight, or
 *     the age of a child
 */
record StatedSize(boolean weight, boolean surface, boolean isOtherwise) {
    private static final double ADULT = BodySurface.ADULT_YEARS * YEAR;
    private static final int DIGITS = 4;

    static StatedSize of(Map<String, Double> values) {
        boolean weight = values.containsKey("weight");
        boolean height = values.containsKey("height");
        boolean bsa = values.containsKey("bsa");
        boolean child = values.getOrDefault("age", ADULT) < ADULT;
        return new StatedSize(weight, bsa || (height && weight), weight || height || bsa || child);
    }

    /** Where the weight comes from. */
    Recipient.Weight ofWeight() {
        if (weight) {
            return Recipient.Weight.STATED;
        }
        return isOtherwise ? Recipient.Weight.LACKING : Recipient.Weight.ASSUMED;
    }

    /** What has to be stated for a regimen where part of the size is. */
    List<String> missing(Regimen regimen) {
        List<String> missing = new ArrayList<>();
        if (!weight && scales(regimen, Basis.PER_WEIGHT)) {
            missing.add("a dose per kg needs the patient's 'weight', for example 'weight: 25 kg'");
        }
        if (!surface && scales(regimen, Basis.PER_SURFACE)) {
            missing.add("a dose per m^2 needs the patient's 'bsa', or 'height' and 'weight'");
        }
        return missing;
    }

    /** What a regimen takes for granted where nothing of the size is stated. */
    List<String> assumed(Regimen regimen, BodySize size) {
        List<String> assumed = new ArrayList<>();
        if (scales(regimen, Basis.PER_WEIGHT)) {
            assumed.add("weight is not stated: doses per kg are for " + Numbers.format(size.weight(), DIGITS) + " kg");
        }
        OptionalDouble bsa = size.bsa();
        if (bsa.isPresent() && scales(regimen, Basis.PER_SURFACE)) {
            assumed.add("body surface is not stated: doses per m^2 are for " + Numbers.format(bsa.getAsDouble(), DIGITS)
                    + " m^2");
        }
        return assumed;
    }

    private static boolean scales(Regimen regimen, Basis basis) {
        return regimen.rules().stream()
                .anyMatch(r -> r.dose().basis() == basis && r.dose().quantity().value() > 0);
    }
}
