package org.thiosim.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.thiosim.expression.Expression;
import org.thiosim.io.YamlMap.Entry;
import org.thiosim.model.Effect;
import org.thiosim.model.EnzymeTag;
import org.thiosim.model.ModelPart;
import org.thiosim.model.RateLaw;
import org.thiosim.model.Reaction;
import org.thiosim.model.Species;
import org.thiosim.units.Quantity;

/** Reads the sections {@code species}, {@code initial}, {@code reactions}, {@code effects}, {@code quantities}. */
final class NetworkReader {
    private static final Map<String, Effect.Mechanism> MECHANISMS =
            Map.of("competitive", Effect.Mechanism.COMPETITIVE, "factor", Effect.Mechanism.FACTOR);

    private final YamlMap root;
    private final ProvenanceReader provenance;

    NetworkReader(YamlMap root, ProvenanceReader provenance) {
        this.root = root;
        this.provenance = provenance;
    }

    ModelPart.Network read() {
        Species.Kind basis = root.choice("basis", Map.of("molar", Species.Kind.AMOUNT, "mass", Species.Kind.MASS))
                .orElse(Species.Kind.AMOUNT);
        Map<String, Species> species = root.entries("species", "species", e -> species(e, basis));
        Map<String, Expression> initial = formulas("initial");
        Map<String, Reaction> reactions = root.entries("reactions", "reaction", e -> reaction(e, species));
        Map<String, Effect> effects = root.entries("effects", "effect", this::effect);
        return new ModelPart.Network(species, initial, reactions, effects, formulas("quantities"));
    }

    private Map<String, Expression> formulas(String key) {
        return formulas(root, key);
    }

    /** A section of formulas by id. */
    static Map<String, Expression> formulas(YamlMap root, String key) {
        Map<String, Expression> formulas = new LinkedHashMap<>();
        root.map(key, "'" + key + "'").ifPresent(m -> {
            m.keys().forEach(id -> m.formula(id).ifPresent(f -> formulas.put(id, f)));
            m.done();
        });
        return formulas;
    }

    private Optional<Species> species(Entry entry, Species.Kind basis) {
        YamlMap map = entry.map();
        Map<String, Species.Kind> kinds = new LinkedHashMap<>();
        List.of(Species.Kind.AMOUNT, Species.Kind.MASS, Species.Kind.CELLS, Species.Kind.EFFECT)
                .forEach(k -> kinds.put(k.name().toLowerCase(Locale.ROOT), k));
        Species.Kind kind = map.choice("kind", kinds).orElse(basis);
        Optional<Quantity> molarMass =
                map.has("molar-mass") ? InputsReader.molarMass(map, "molar-mass") : Optional.empty();
        Species.Substance substance =
                new Species.Substance(map.textOr("analyte", ""), map.textOr("matrix", ""), molarMass);
        return Optional.of(new Species(
                entry.id(), map.textOr("title", entry.id()), kind, substance, map.text("volume"), map.flag("sink")));
    }

    private Optional<Reaction> reaction(Entry entry, Map<String, Species> species) {
        YamlMap map = entry.map();
        Optional<String> from = map.text("from");
        Optional<String> to = map.text("to");
        if (from.isEmpty() && to.isEmpty()) {
            map.lacks("a reaction needs 'from', 'to' or both", "from", "to");
        }
        Optional<EnzymeTag> enzyme = map.parsed("enzyme", EnzymeTag::parse);
        String process = map.textOr("process", "");
        Optional<RateLaw> law = LawReader.read(map, from, to, species);
        return law.filter(l -> from.isPresent() || to.isPresent())
                .map(l -> new Reaction(entry.id(), from, to, l, enzyme, process));
    }

    private Optional<Effect> effect(Entry entry) {
        YamlMap map = entry.map();
        List<EnzymeTag> on = map.words("on").stream()
                .flatMap(
                        w -> YamlMap.parse(map.value("on").orElseThrow(), w, EnzymeTag::parse, map.findings()).stream())
                .toList();
        if (!map.has("on")) {
            map.lacks("an effect needs 'on': an enzyme tag such as XO or TPMT@rbc-1", "on");
        }
        if (!map.has("mechanism")) {
            map.flaw("an effect needs 'mechanism: competitive' with 'term', or 'mechanism: factor' with 'factor'");
        }
        Optional<Effect.Mechanism> mechanism = map.choice("mechanism", MECHANISMS);
        if (mechanism.isEmpty()) {
            map.leaveUnread();
        }
        Optional<Expression> formula = mechanism.flatMap(m -> {
            String key = m == Effect.Mechanism.COMPETITIVE ? "term" : "factor";
            map.required(key);
            return map.formula(key);
        });
        String title = map.textOr("title", entry.id());
        var from = provenance.read(map);
        return mechanism.flatMap(m -> formula.map(f -> new Effect(entry.id(), title, on, m, f, from)));
    }
}
