package org.thiosim.cohort;

/**
 * Fat-free mass of adults in kg: men 9270·W/(6680 + 216·BMI), women 9270·W/(8780 + 244·BMI), with W in kg and BMI in
 * kg/m².
 *
 * <p>Source: Janmahasatian S et al., Quantification of lean bodyweight. Clin Pharmacokinet 2005;44:1051-1065.
 */
public final class FatFreeMass {
    private FatFreeMass() {}

    /**
     * The fat-free mass.
     *
     * @param weight in kg
     * @param height in m
     */
    public static double of(Sex sex, double weight, double height) {
        double index = weight / (height * height);
        return sex == Sex.MALE ? 9270 * weight / (6680 + 216 * index) : 9270 * weight / (8780 + 244 * index);
    }
}
