package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.thiosim.expression.TapeAssembler;
import org.thiosim.kernel.LaneEquations;
import org.thiosim.model.Observable;
import org.thiosim.ode.JacobianPattern;
import org.thiosim.ode.Jump;
import org.thiosim.ode.LaneProblem;
import org.thiosim.ode.SampleTimes;
import org.thiosim.ode.Solution;
import org.thiosim.ode.Tolerances;

/**
 * What many patients on one arm need of a compiled model: the states that doses or initial values reach or that arise
 * by themselves, and that some wanted observable depends on. All others are zero or without consequence, and are left out.
 */
public final class LaneSystem {
    private final CompiledModel compiled;
    private final BitSet reached;
    private final int[] followed;

    private LaneSystem(CompiledModel compiled, BitSet reached, int[] followed) {
        this.compiled = compiled;
        this.reached = reached;
        this.followed = followed;
    }

    /**
     * The system of an arm.
     *
     * @param outputs ids of observables, or {@code amount:SPECIES}
     */
    public static LaneSystem of(Arm arm, Collection<String> outputs) {
        CompiledModel compiled = arm.model();
        BitSet reached = reached(arm);
        BitSet followed = (BitSet) reached.clone();
        followed.and(closedNeeds(compiled, outputs));
        if (followed.isEmpty()) {
            throw new IllegalArgumentException("no dose and no initial value reaches " + String.join(", ", outputs));
        }
        return new LaneSystem(compiled, reached, followed.stream().toArray());
    }

    /** Whether a dose of the arm or an initial value reaches an output. */
    static boolean isReached(Arm arm, Collection<String> outputs) {
        return reached(arm).intersects(closedNeeds(arm.model(), outputs));
    }

    private static BitSet reached(Arm arm) {
        CompiledModel compiled = arm.model();
        BitSet reached = DoseJumps.targets(arm);
        compiled.model().network().initial().keySet().forEach(s -> reached.set(compiled.indexOf(s)));
        reached.or(arising(compiled));
        close(compiled.pattern(), reached, false);
        return reached;
    }

    /** The states that change where all states are zero, as those formed at a constant rate. */
    private static BitSet arising(CompiledModel compiled) {
        TapeAssembler tape = new TapeAssembler(compiled.fixed().size(), 0);
        int[] fixed = IntStream.range(0, compiled.fixed().size()).toArray();
        int[] nothing = new int[compiled.states().size()];
        Arrays.fill(nothing, tape.constant(0));
        int[] slopes = tape.inline(compiled.slopes(), fixed, nothing);
        BitSet arising = new BitSet();
        for (int s = 0; s < slopes.length; s++) {
            arising.set(s, !tape.isConstant(slopes[s], 0));
        }
        return arising;
    }

    private static BitSet closedNeeds(CompiledModel compiled, Collection<String> outputs) {
        BitSet needed = needed(compiled, outputs);
        close(compiled.pattern(), needed, true);
        return needed;
    }

    /** The states in the formulas of the outputs, and of those that decide on their validity. */
    private static BitSet needed(CompiledModel compiled, Collection<String> outputs) {
        BitSet needed = new BitSet();
        List<Observable> observables = compiled.observables();
        for (String output : outputs) {
            ObservableColumn column = ObservableColumn.of(compiled, output);
            if (column.state() >= 0) {
                needed.set(column.state());
            } else {
                Observable observable = observables.get(column.observable());
                need(compiled, observable, needed);
                Set<String> bounds = Set.copyOf(observable.validity().bounds().stream()
                        .map(Observable.Bound::observable)
                        .toList());
                observables.stream().filter(o -> bounds.contains(o.id())).forEach(o -> need(compiled, o, needed));
            }
        }
        return needed;
    }

    private static void need(CompiledModel compiled, Observable observable, BitSet needed) {
        compiled.model().expand(compiled.model().formula(observable)).symbols().stream()
                .filter(compiled.states()::contains)
                .forEach(s -> needed.set(compiled.indexOf(s)));
    }

    /** Adds what the states of a set change (or, backwards, depend on) until nothing is missing. */
    private static void close(JacobianPattern pattern, BitSet set, boolean backwards) {
        int before;
        do {
            before = set.cardinality();
            for (int e = 0; e < pattern.size(); e++) {
                int from = backwards ? pattern.row(e) : pattern.column(e);
                if (set.get(from)) {
                    set.set(backwards ? pattern.column(e) : pattern.row(e));
                }
            }
        } while (set.cardinality() > before);
    }

    /** The names of the states that are followed. */
    public List<String> followed() {
        return Arrays.stream(followed).mapToObj(compiled.states()::get).toList();
    }

    /** The equations of the followed states. */
    public LaneEquations equations() {
        return new LaneEquations(
                compiled.slopes(),
                compiled.entries(),
                compiled.pattern(),
                followed,
                compiled.fixed().size());
    }

    /**
     * Tolerances of the followed states.
     *
     * @param absolute in the unit of each state
     * @param peakShare see {@link Tolerances}
     */
    public Tolerances tolerances(double relative, double absolute, double peakShare) {
        double[] units = compiled.stateUnits();
        return new Tolerances(
                relative,
                Arrays.stream(followed).mapToDouble(s -> units[s] * absolute).toArray(),
                peakShare);
    }

    /** The problem of one patient; the arm is of the same model and takes the same drugs. */
    public LaneProblem problem(Arm arm, double horizon, SampleTimes samples) {
        IndividualValues individual = IndividualValues.of(compiled.model(), arm.patient(), arm.parameterSet());
        return problem(compiled.bind(individual, Set.of()), arm, horizon, samples);
    }

    LaneProblem problem(BoundModel bound, Arm arm, double horizon, SampleTimes samples) {
        double[] all = bound.initial();
        double[] initial = Arrays.stream(followed).mapToDouble(s -> all[s]).toArray();
        List<Jump> jumps = new ArrayList<>();
        for (Jump jump : DoseJumps.of(arm, horizon)) {
            if (!reached.get(jump.index())) {
                throw new IllegalArgumentException("arm '" + arm.name() + "' doses '"
                        + compiled.states().get(jump.index()) + "', which this system does not follow");
            }
            int place = Arrays.binarySearch(followed, jump.index());
            if (place >= 0) {
                jumps.add(new Jump(jump.time(), place, jump.amount()));
            }
        }
        return new LaneProblem(bound.individual().vector(compiled.fixed()), 0, horizon, initial, jumps, samples);
    }

    /** A solution in the states of the whole model. */
    Solution whole(Solution solution) {
        return new Solution(
                solution.status(),
                solution.hours(),
                Arrays.stream(solution.states()).map(this::whole).toArray(double[][]::new),
                whole(solution.finalState()),
                solution.statistics());
    }

    /** The state of the whole model at a followed state. */
    double[] whole(double[] state) {
        double[] all = new double[compiled.states().size()];
        for (int k = 0; k < followed.length; k++) {
            all[followed[k]] = state[k];
        }
        return all;
    }
}
