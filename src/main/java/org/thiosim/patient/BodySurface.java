package org.thiosim.patient;

/** Formulas for body surface area in m² from weight in kg and height in m. */
public final class BodySurface {
    private static final double CENTIMETRES = 100;

    private BodySurface() {}

    /** Adults: 0.007184 · weight^0.425 · height^0.725 (cm). DuBois D, DuBois EF, Arch Intern Med 1916;17:863-871. */
    public static double duBois(double weight, double height) {
        return 0.007184 * StrictMath.pow(weight, 0.425) * StrictMath.pow(height * CENTIMETRES, 0.725);
    }

    /** Children: 0.024265 · weight^0.5378 · height^0.3964 (cm). Haycock GB et al., J Pediatr 1978;93:62-66. */
    public static double haycock(double weight, double height) {
        return 0.024265 * StrictMath.pow(weight, 0.5378) * StrictMath.pow(height * CENTIMETRES, 0.3964);
    }
}
