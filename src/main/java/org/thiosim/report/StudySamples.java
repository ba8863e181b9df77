package org.thiosim.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.thiosim.chart.MeasuredSample;
import org.thiosim.qualification.Comparison;
import org.thiosim.qualification.Measurand;
import org.thiosim.qualification.Observation;
import org.thiosim.qualification.StudyResult;

/** What a study measured at points of time, as marks on the curves of one observable. */
final class StudySamples {
    private StudySamples() {}

    static List<MeasuredSample> of(StudyResult study, String observable) {
        List<MeasuredSample> samples = new ArrayList<>();
        for (Observation observation : study.studyCase().observations()) {
            if (observation.measurand() instanceof Measurand.Level level
                    && level.observable().equals(observable)) {
                scale(study, observation).ifPresent(s -> samples.add(sample(observation, s)));
            }
        }
        return samples;
    }

    /** What a value is multiplied with: 1 for a level, the curve of its reference for a ratio. */
    private static OptionalDouble scale(StudyResult study, Observation observation) {
        if (observation.comparison() instanceof Comparison.RatioTo ratio) {
            return study.simulation().arms().stream()
                    .filter(a -> a.arm().name().equals(ratio.arm()))
                    .flatMap(a -> a.timeCourses().stream())
                    .filter(c -> c.observable().equals(ratio.reference().observable()))
                    .mapToDouble(c -> {
                        int k = Arrays.binarySearch(c.hours(), ratio.reference().hour());
                        return k < 0 ? Double.NaN : c.values()[k];
                    })
                    .filter(Double::isFinite)
                    .findFirst();
        }
        return observation.comparison() instanceof Comparison.Level ? OptionalDouble.of(1) : OptionalDouble.empty();
    }

    private static MeasuredSample sample(Observation observation, double scale) {
        Observation.Reported reported = observation.reported();
        return new MeasuredSample(
                observation.arm(),
                observation.measurand().hour(),
                reported.value() * scale,
                scaled(reported.low(), scale),
                scaled(reported.high(), scale),
                observation.comparison() instanceof Comparison.RatioTo);
    }

    private static OptionalDouble scaled(OptionalDouble value, double by) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * by) : value;
    }
}
