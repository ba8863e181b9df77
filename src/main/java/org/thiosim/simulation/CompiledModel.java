package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.thiosim.expression.DimensionCheck;
import org.thiosim.expression.Expression;
import org.thiosim.expression.Kernel;
import org.thiosim.expression.Tape;
import org.thiosim.model.Model;
import org.thiosim.model.ModelCheck;
import org.thiosim.model.Observable;
import org.thiosim.model.Reaction;
import org.thiosim.model.Species;
import org.thiosim.ode.JacobianPattern;
import org.thiosim.units.Conversions;
import org.thiosim.units.Dimension;

/**
 * A model ready to be solved: names have become indices, laws and effects formulas over states, and the Jacobian has
 * been differentiated. One instance serves every patient, arm and thread.
 *
 * <p>States are the species in the order of the files, then one input state for each dose window.
 */
public final class CompiledModel {
    private final Model model;
    private final List<String> states;
    private final Map<String, Integer> index;
    private final Map<String, Dimension> dimensions;
    private final List<String> fixed;
    private final List<Reaction> reactions;
    private final List<Observable> observables;
    private final JacobianPattern pattern;
    private final Tape slopes;
    private final Tape entries;
    private final Kernel derivatives;
    private final Kernel jacobian;
    private final Kernel rates;
    private final Kernel observed;
    private final double[] factors;

    private CompiledModel(Model model, Function<Tape, Kernel> maker) {
        this.model = model;
        this.states = states(model);
        this.dimensions = ModelCheck.dimensions(model);
        this.index = new HashMap<>();
        states.forEach(s -> index.put(s, index.size()));
        this.reactions = List.copyOf(model.network().reactions().values());
        this.observables = List.copyOf(model.outputs().observables().values());
        List<Expression> flux =
                reactions.stream().map(r -> model.expand(model.rate(r))).toList();
        List<Expression> right = rightHandSide(flux);
        List<Expression> seen =
                observables.stream().map(o -> model.expand(model.formula(o))).toList();
        this.fixed = fixedSymbols(flux, seen);
        Map<Long, Expression> entries = jacobianEntries(right);
        this.pattern = pattern(entries.keySet());
        this.slopes = Tape.of(fixed, states, right);
        this.entries = Tape.of(fixed, states, List.copyOf(entries.values()));
        this.derivatives = maker.apply(slopes);
        this.jacobian = maker.apply(this.entries);
        this.rates = maker.apply(Tape.of(fixed, states, flux));
        this.observed = maker.apply(Tape.of(fixed, states, seen));
        this.factors = observables.stream().mapToDouble(this::unitFactor).toArray();
    }

    /** A model whose formulas are interpreted. */
    public static CompiledModel of(Model model) {
        return of(model, tape -> tape);
    }

    /** @param maker makes a kernel of each tape, once for all patients */
    public static CompiledModel of(Model model, Function<Tape, Kernel> maker) {
        return new CompiledModel(model, maker);
    }

    private static List<String> states(Model model) {
        List<String> states = new ArrayList<>(model.network().species().keySet());
        states.addAll(model.inputs().windows().keySet());
        return List.copyOf(states);
    }

    private List<Expression> rightHandSide(List<Expression> flux) {
        List<Expression> right = new ArrayList<>();
        states.forEach(s -> right.add(Expression.constant(0)));
        for (int r = 0; r < reactions.size(); r++) {
            Expression rate = flux.get(r);
            reactions
                    .get(r)
                    .from()
                    .map(this::indexOf)
                    .ifPresent(i -> right.set(i, Expression.difference(right.get(i), rate)));
            reactions.get(r).to().map(this::indexOf).ifPresent(i -> right.set(i, Expression.sum(right.get(i), rate)));
        }
        return right;
    }

    private List<String> fixedSymbols(List<Expression> flux, List<Expression> seen) {
        Set<String> symbols = new TreeSet<>();
        flux.forEach(f -> symbols.addAll(f.symbols()));
        seen.forEach(f -> symbols.addAll(f.symbols()));
        symbols.removeAll(new LinkedHashSet<>(states));
        return List.copyOf(symbols);
    }

    /** Structural non-zeros of the Jacobian with the diagonal, keyed by row · n + column, in order. */
    private Map<Long, Expression> jacobianEntries(List<Expression> right) {
        long n = states.size();
        Map<Long, Expression> entries = new LinkedHashMap<>();
        for (int row = 0; row < n; row++) {
            Set<String> used = right.get(row).symbols();
            for (int column = 0; column < n; column++) {
                if (row == column || used.contains(states.get(column))) {
                    entries.put(row * n + column, right.get(row).derivative(states.get(column)));
                }
            }
        }
        return entries;
    }

    private JacobianPattern pattern(Set<Long> keys) {
        int n = states.size();
        return new JacobianPattern(
                n,
                keys.stream().mapToInt(k -> (int) (k / n)).toArray(),
                keys.stream().mapToInt(k -> (int) (k % n)).toArray());
    }

    /**
     * The system of one patient; it serves one thread at a time.
     *
     * @param hidden observables that are not to be shown
     */
    BoundModel bind(IndividualValues individual, Set<String> hidden) {
        return new BoundModel(this, individual, hidden);
    }

    public Model model() {
        return model;
    }

    public List<String> states() {
        return states;
    }

    public List<Reaction> reactions() {
        return reactions;
    }

    public List<Observable> observables() {
        return observables;
    }

    /** The place of a state in the state vector. */
    public int indexOf(String state) {
        return Optional.ofNullable(index.get(state))
                .orElseThrow(() -> new IllegalArgumentException("no state " + state));
    }

    /** The size of one unit of a state, in canonical units. */
    public double[] stateUnits() {
        double[] units = new double[states.size()];
        Arrays.fill(units, 1);
        for (Species species : model.network().species().values()) {
            units[indexOf(species.id())] = species.kind().unit().factor();
        }
        return units;
    }

    /** From the canonical value of an observable's formula to its unit. */
    public double unitFactor(Observable observable) {
        OptionalDouble molarMass = observable
                .molarMass()
                .map(m -> OptionalDouble.of(m.canonical()))
                .orElse(OptionalDouble.empty());
        double bridge = Conversions.STANDARD
                .factor(dimensionOf(observable), observable.unit().dimension(), molarMass)
                .orElseThrow();
        return observable.unit().fromCanonical(bridge);
    }

    /** From the canonical value of each observable's formula to its unit. */
    double[] observableFactors() {
        return factors;
    }

    /** The dimension of an observable's formula. */
    Dimension dimensionOf(Observable observable) {
        return DimensionCheck.of(model.expand(model.formula(observable)), this::dimension);
    }

    private Optional<Dimension> dimension(String symbol) {
        return Optional.ofNullable(dimensions.get(symbol));
    }

    /** Symbols whose values are given once for a patient. */
    public List<String> fixed() {
        return fixed;
    }

    /** Where the Jacobian may be other than zero. */
    public JacobianPattern pattern() {
        return pattern;
    }

    /** The arithmetic of the slopes of all states. */
    Tape slopes() {
        return slopes;
    }

    /** The arithmetic of the entries of the Jacobian, in the order of {@link #pattern()}. */
    Tape entries() {
        return entries;
    }

    /**
     * The formulas of one patient, for one thread.
     *
     * @param values of {@link #fixed()}, in canonical units
     */
    public Formulas formulas(double[] values) {
        return new KernelFormulas(this, values);
    }

    /** The slopes of the states. */
    public Kernel derivatives() {
        return derivatives;
    }

    /** The entries of the Jacobian, in the order of {@link #pattern()}. */
    public Kernel jacobian() {
        return jacobian;
    }

    /** The rates of the reactions in canonical unit per h. */
    public Kernel rates() {
        return rates;
    }

    /** The observables in canonical units. */
    public Kernel observed() {
        return observed;
    }
}
