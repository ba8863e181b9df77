package org.thiosim.cohort;

import org.thiosim.random.RandomStream;

/**
 * Creatinine clearance of a population in mL/min/1.73 m²: normal around intercept − slope·age, in women times a factor.
 *
 * @param intercept at age 0
 * @param slope fall with each year of age; none below 20 years
 * @param female factor in women
 * @param cv coefficient of variation
 * @param low smallest value
 * @param high largest value
 */
public record Kidney(double intercept, double slope, double female, double cv, double low, double high) {
    private static final double GROWN = 20;

    public Kidney {
        if (!(cv >= 0 && low > 0 && low <= high && female > 0)) {
            throw new IllegalArgumentException(
                    "creatinine clearance needs 0 < low <= high, cv >= 0 and a positive factor," + " found low " + low
                            + ", high " + high + ", cv " + cv + ", factor " + female);
        }
    }

    double draw(Physique body, long seed, long patient) {
        double sex = body.sex() == Sex.FEMALE ? female : 1;
        double mean = (intercept - slope * Math.max(GROWN, body.age())) * sex;
        double centre = Math.min(high, Math.max(low, mean));
        Distribution around = new Distribution(Distribution.Shape.NORMAL, centre, cv * centre, low, high);
        return around.draw(new RandomStream(seed, patient, "creatinine-clearance"));
    }
}
