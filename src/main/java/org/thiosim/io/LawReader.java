package org.thiosim.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.thiosim.expression.Expression;
import org.thiosim.model.RateLaw;
import org.thiosim.model.Species;

/** Reads the rate law of a reaction: one row per law. */
final class LawReader {
    private static final Map<String, Reader> LAWS = laws();

    private final YamlMap map;
    private final Optional<String> from;
    private final Optional<String> to;
    private final Map<String, Species> species;

    private LawReader(YamlMap map, Optional<String> from, Optional<String> to, Map<String, Species> species) {
        this.map = map;
        this.from = from;
        this.to = to;
        this.species = species;
    }

    private interface Reader {
        Optional<RateLaw> read(LawReader fields);
    }

    private static Map<String, Reader> laws() {
        Map<String, Reader> laws = new LinkedHashMap<>();
        laws.put("first-order", LawReader::firstOrder);
        laws.put("zero-order", f -> f.formula("rate").map(RateLaw.ZeroOrder::new));
        laws.put("michaelis-menten", LawReader::michaelisMenten);
        laws.put("driven", LawReader::driven);
        laws.put("feedback-production", LawReader::feedback);
        laws.put("effect-compartment", LawReader::effectCompartment);
        return laws;
    }

    static Optional<RateLaw> read(
            YamlMap map, Optional<String> from, Optional<String> to, Map<String, Species> species) {
        if (!map.has("law")) {
            map.lacks("a reaction needs 'law': one of " + String.join(", ", LAWS.keySet()), "law");
        }
        Optional<Reader> law = map.choice("law", LAWS);
        if (law.isEmpty()) {
            map.leaveUnread();
        }
        return law.flatMap(r -> r.read(new LawReader(map, from, to, species)));
    }

    private Optional<Expression> formula(String key) {
        return map.required(key).flatMap(t -> map.formula(key));
    }

    private Optional<String> end(Optional<String> species, String key) {
        if (species.isEmpty()) {
            map.lacks("this law needs '" + key + "'", key);
        }
        return species;
    }

    private Optional<RateLaw> firstOrder() {
        Optional<Expression> k = formula("k");
        return end(from, "from").flatMap(s -> k.map(f -> new RateLaw.FirstOrder(f, s)));
    }

    private Optional<RateLaw> michaelisMenten() {
        Optional<Saturation> found = end(from, "from").flatMap(this::saturation);
        return found.map(s -> new RateLaw.MichaelisMenten(s.vmax, s.km, from.orElseThrow(), s.volume));
    }

    /** Km of an amount ({@code km}) or of a concentration ({@code km-concentration}, which needs a volume). */
    private Optional<Saturation> saturation(String driver) {
        Optional<Expression> vmax = formula("vmax");
        boolean concentration = map.has("km-concentration");
        Optional<Expression> km = formula(concentration ? "km-concentration" : "km");
        Optional<String> volume = Optional.ofNullable(species.get(driver))
                .flatMap(Species::volume)
                .filter(v -> concentration);
        if (concentration && volume.isEmpty()) {
            map.flaw("km-concentration", "'" + driver + "' needs a volume for a Km that is a concentration");
            return Optional.empty();
        }
        return vmax.flatMap(v -> km.map(k -> new Saturation(v, k, volume)));
    }

    private record Saturation(Expression vmax, Expression km, Optional<String> volume) {}

    private Optional<RateLaw> driven() {
        Optional<String> driver = map.required("driver");
        if (map.has("k")) {
            Optional<Expression> k = formula("k");
            return driver.flatMap(d -> k.map(f -> new RateLaw.Driven(d, new RateLaw.Saturation.Linear(f))));
        }
        return driver.flatMap(d -> saturation(d)
                .map(s -> new RateLaw.Driven(d, new RateLaw.Saturation.Saturable(s.vmax, s.km, s.volume))));
    }

    private Optional<RateLaw> feedback() {
        Optional<Expression> k = formula("k");
        Optional<String> driver = map.required("driver");
        Optional<String> sensor = map.required("sensor");
        Optional<Expression> base = formula("base");
        Optional<Expression> exponent = formula("exponent");
        Optional<Expression> drug = formula("drug");
        Optional<Expression> floor = formula("floor");
        if (k.isEmpty() || driver.isEmpty() || sensor.isEmpty() || base.isEmpty()) {
            return Optional.empty();
        }
        return exponent.flatMap(e -> drug.flatMap(d -> floor.map(f -> new RateLaw.FeedbackProduction(
                k.orElseThrow(), driver.orElseThrow(), sensor.orElseThrow(), base.orElseThrow(), e, d, f))));
    }

    private Optional<RateLaw> effectCompartment() {
        Optional<Expression> k = formula("k");
        Optional<Expression> drive = formula("drive");
        return end(to, "to").flatMap(s -> k.flatMap(f -> drive.map(d -> new RateLaw.EffectCompartment(f, d, s))));
    }
}
