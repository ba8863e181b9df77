package org.thiosim.simulation;

import java.util.SortedMap;
import java.util.TreeMap;
import org.thiosim.model.Correlation;
import org.thiosim.model.Model;
import org.thiosim.random.RandomStream;

/** Draws the random effects of one patient: normal deviations of the logarithms of the parameters that vary. */
public final class RandomEffects {
    private RandomEffects() {}

    /** The effects of a patient; the same seed and patient give the same effects in every arm and run. */
    public static SortedMap<String, Double> sample(Model model, long seed, long patient) {
        SortedMap<String, Double> scores = new TreeMap<>();
        model.numbers().parameters().values().stream()
                .filter(p -> p.sdLog().isPresent())
                .forEach(p -> scores.put(p.id(), new RandomStream(seed, patient, "effect:" + p.id()).normal(0)));
        for (Correlation c : model.numbers().correlations()) {
            double first = scores.getOrDefault(c.first(), 0.0);
            scores.computeIfPresent(c.second(), (id, z) -> c.r() * first + Math.sqrt(1 - c.r() * c.r()) * z);
        }
        SortedMap<String, Double> effects = new TreeMap<>();
        model.numbers()
                .parameters()
                .values()
                .forEach(p -> p.sdLog().ifPresent(sd -> effects.put(p.id(), sd * scores.getOrDefault(p.id(), 0.0))));
        return effects;
    }
}
