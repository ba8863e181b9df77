package org.thiosim.cohort;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.patient.BodySurface;
import org.thiosim.random.RandomStream;

/** How bodies are distributed in a population. */
public sealed interface Body {

    /** The body of a patient. */
    Physique draw(long seed, long patient);

    /** Whether the adult windows and limits of laboratories may be drawn for it. */
    boolean isAdult();

    /**
     * Adults: normal height and log-normal weight by sex, correlated, both independent of age. Fat-free mass by
     * Janmahasatian.
     *
     * @param male share of men
     * @param age in years
     * @param height in m by sex
     * @param weight in kg by sex
     * @param correlation of height with the logarithm of weight within a sex
     */
    record Adults(
            double male,
            Distribution age,
            Map<Sex, Distribution> height,
            Map<Sex, Distribution> weight,
            double correlation)
            implements Body {
        public Adults {
            height = Map.copyOf(height);
            weight = Map.copyOf(weight);
            requireCorrelation(correlation);
        }

        @Override
        public Physique draw(long seed, long patient) {
            Sex sex = sex(seed, patient, male);
            Distribution tall = of(height, sex);
            Distribution heavy = of(weight, sex);
            double score = tall.score(new RandomStream(seed, patient, "height"), 0, 0);
            double h = tall.value(score);
            double w = heavy.value(heavy.score(new RandomStream(seed, patient, "weight"), score, correlation));
            double years = age.draw(new RandomStream(seed, patient, "age"));
            return new Physique(
                    sex,
                    years,
                    h,
                    w,
                    BodySurface.of(w, h, OptionalDouble.of(years)),
                    OptionalDouble.of(FatFreeMass.of(sex, w, h)));
        }

        private static Distribution of(Map<Sex, Distribution> by, Sex sex) {
            return Optional.ofNullable(by.get(sex)).orElseThrow();
        }

        @Override
        public boolean isAdult() {
            return true;
        }
    }

    /**
     * Children by growth charts: scores of height and weight are normal and correlated.
     *
     * @param male share of boys
     * @param age in years, within the charts
     * @param correlation of the scores of height and weight
     */
    record Children(double male, Distribution age, GrowthChart height, GrowthChart weight, double correlation)
            implements Body {
        private static final double EXTREME = 3;

        public Children {
            requireCorrelation(correlation);
        }

        @Override
        public Physique draw(long seed, long patient) {
            Sex sex = sex(seed, patient, male);
            double years = age.draw(new RandomStream(seed, patient, "age"));
            Distribution score = new Distribution(Distribution.Shape.NORMAL, 0, 1, -EXTREME, EXTREME);
            double tall = score.score(new RandomStream(seed, patient, "height"), 0, 0);
            double heavy = score.score(new RandomStream(seed, patient, "weight"), tall, correlation);
            double h = height.value(sex, years, tall) / 100;
            double w = weight.value(sex, years, heavy);
            return new Physique(
                    sex, years, h, w, BodySurface.of(w, h, OptionalDouble.of(years)), OptionalDouble.empty());
        }

        @Override
        public boolean isAdult() {
            return false;
        }
    }

    private static void requireCorrelation(double correlation) {
        if (correlation < -1 || correlation > 1) {
            throw new IllegalArgumentException(
                    "a correlation of height and weight lies from -1 to 1, found " + correlation);
        }
    }

    private static Sex sex(long seed, long patient, double male) {
        return new RandomStream(seed, patient, "sex").uniform(0) < male ? Sex.MALE : Sex.FEMALE;
    }
}
