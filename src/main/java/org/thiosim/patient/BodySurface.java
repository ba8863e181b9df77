package org.thiosim.patient;

import java.util.OptionalDouble;

/**
 * Body surface area in m² from weight in kg and height in m: by Haycock below 18 years, by DuBois from then on. The two
 * differ by up to 5 % in adults of 18.5-30 kg/m² and by more in small children, on whom DuBois did not measure.
 */
public final class BodySurface {
    /** Years from which a person counts as an adult (assumed). */
    public static final double ADULT_YEARS = 18;

    /** Weight in kg below which a person of unknown age counts as a child (assumed). */
    public static final double ADULT_WEIGHT = 40;

    private static final double CENTIMETRES = 100;

    private BodySurface() {}

    /**
     * The body surface of a person.
     *
     * @param years age; where it is not known, a person below {@value #ADULT_WEIGHT} kg counts as a child
     */
    public static double of(double weight, double height, OptionalDouble years) {
        boolean isChild = years.isPresent() ? years.getAsDouble() < ADULT_YEARS : weight < ADULT_WEIGHT;
        return isChild ? haycock(weight, height) : duBois(weight, height);
    }

    /** Adults: 0.007184 · weight^0.425 · height^0.725 (cm). DuBois D, DuBois EF, Arch Intern Med 1916;17:863-871. */
    public static double duBois(double weight, double height) {
        return 0.007184 * StrictMath.pow(weight, 0.425) * StrictMath.pow(height * CENTIMETRES, 0.725);
    }

    /** Children: 0.024265 · weight^0.5378 · height^0.3964 (cm). Haycock GB et al., J Pediatr 1978;93:62-66. */
    public static double haycock(double weight, double height) {
        return 0.024265 * StrictMath.pow(weight, 0.5378) * StrictMath.pow(height * CENTIMETRES, 0.3964);
    }
}
