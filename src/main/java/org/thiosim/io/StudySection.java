package org.thiosim.io;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.thiosim.qualification.Comparison;
import org.thiosim.qualification.Measurand;
import org.thiosim.qualification.Observation;
import org.thiosim.qualification.Study;
import org.thiosim.simulation.ExposureMetric;
import org.thiosim.simulation.Scenario;

/** What a study file says was published. */
public record StudySection(Study study, List<Observation> observations) {
    public StudySection {
        observations = List.copyOf(observations);
    }

    /** The outputs of a scenario, with the observables, times and metrics that the observations need. */
    Scenario.Outputs reportedBeside(Scenario.Outputs own) {
        Set<String> observables = new LinkedHashSet<>(own.observables());
        Set<Double> hours = new TreeSet<>(own.hours());
        Set<Scenario.MetricRequest> metrics = new LinkedHashSet<>(own.metrics());
        for (Observation observation : observations) {
            for (Measurand measurand : measurands(observation)) {
                if (measurand instanceof Measurand.Exposure e) {
                    observables.add(e.observable());
                    ExposureMetric.of(e.metric())
                            .ifPresent(m -> metrics.add(new Scenario.MetricRequest(e.observable(), m, e.window())));
                } else if (measurand instanceof Measurand.Level level) {
                    observables.add(level.observable());
                    hours.add(level.hour());
                }
            }
        }
        return new Scenario.Outputs(List.copyOf(observables), List.copyOf(hours), List.copyOf(metrics));
    }

    private static List<Measurand> measurands(Observation observation) {
        Measurand own = observation.measurand();
        Optional<Measurand> other = observation.comparison() instanceof Comparison.RatioTo ratio
                ? Optional.of(ratio.reference())
                : observation.comparison() instanceof Comparison.RatioOf of
                        ? Optional.of(of.denominator())
                        : Optional.empty();
        return other.map(o -> List.of(own, o)).orElse(List.of(own));
    }
}
