package org.thiosim.simulation;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.thiosim.kernel.LaneKernel;
import org.thiosim.kernel.StepTape;
import org.thiosim.ode.LaneMethod;

/**
 * The generated steps of a cohort, made once for each model and set of drugs and shared by all threads.
 *
 * <p>The number of lanes is fixed for a run and changes no bit of a result, only the time it takes.
 */
public final class LaneKernels implements Supplier<PatientBatch> {
    /** Below it a job ends before the Java machine has compiled its loops. */
    private static final long LARGE_JOB = 1000;

    private static final int LANES = 64;

    private final int lanes;
    private final Map<Key, Optional<Prepared>> prepared = new ConcurrentHashMap<>();

    private LaneKernels(int lanes) {
        this.lanes = lanes;
    }

    /** For a job of a number of courses. */
    public static LaneKernels forJob(long courses) {
        return new LaneKernels(courses < LARGE_JOB ? 1 : LANES);
    }

    /** With a number of lanes; one is straight-line code. */
    public static LaneKernels of(int lanes) {
        if (lanes < 1) {
            throw new IllegalArgumentException("there is at least one lane, not " + lanes);
        }
        return new LaneKernels(lanes);
    }

    /** The method of the lanes that solve a cohort's patients; empty where each is solved by itself. */
    static Optional<LaneMethod> method(SolverChoice solver, Scenario.Outputs outputs) {
        return outputs.metrics().isEmpty()
                ? Stream.of(LaneMethod.values())
                        .filter(m -> m.method() == solver.used())
                        .findFirst()
                : Optional.empty();
    }

    /** How a cohort's patients are solved, and why so, in a sentence for the manifest; the same for all of a run. */
    public static String explanation(SolverChoice solver, Scenario.Outputs outputs) {
        if (method(solver, outputs).isPresent()) {
            return "in lanes, each with its own time and step: the states that an output depends on are followed";
        }
        return "one after the other, with every state: "
                + (outputs.metrics().isEmpty()
                        ? solver.used().id() + " has no lanes"
                        : "metrics of the continuous solution are asked for");
    }

    /** A batch for one thread. */
    @Override
    public PatientBatch get() {
        return new Lanes(this);
    }

    /** A system of equations and its step. */
    record Prepared(LaneSystem system, LaneKernel kernel) {}

    private record Key(CompiledModel model, LaneMethod method, BitSet targets, List<String> outputs) {}

    /** What solves an arm's patients; empty where no dose and no initial value reaches an output. */
    Optional<Prepared> of(Arm arm, LaneMethod method, List<String> outputs) {
        Key key = new Key(arm.model(), method, DoseJumps.targets(arm), List.copyOf(outputs));
        return prepared.computeIfAbsent(key, k -> prepare(arm, method, outputs));
    }

    private Optional<Prepared> prepare(Arm arm, LaneMethod method, List<String> outputs) {
        if (!LaneSystem.isReached(arm, outputs)) {
            return Optional.empty();
        }
        LaneSystem system = LaneSystem.of(arm, outputs);
        StepTape step = StepTape.of(method, system.equations());
        return Optional.of(new Prepared(system, lanes == 1 ? LaneKernel.scalar(step) : LaneKernel.lanes(step, lanes)));
    }
}
