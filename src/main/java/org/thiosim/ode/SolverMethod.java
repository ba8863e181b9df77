package org.thiosim.ode;

import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** The methods there are; one row adds one. */
public enum SolverMethod {
    RODAS4P("rodas4p", "Rosenbrock method of order 4, L-stable: for stiff systems.", Rodas4P::new),
    TSITOURAS_5(
            "tsitouras-5", "Explicit Runge-Kutta method of order 5: for systems that are not stiff.", Tsitouras5::new),
    DORMAND_PRINCE_54(
            "dormand-prince-54",
            "Explicit Runge-Kutta method of order 5, from Hipparchus: for systems that are not stiff.",
            DormandPrince::order5),
    DORMAND_PRINCE_853(
            "dormand-prince-853",
            "Explicit Runge-Kutta method of order 8, from Hipparchus: for systems that are not stiff, at tight tolerances.",
            DormandPrince::order8);

    private static final long DEFAULT_STEP_LIMIT = 1_000_000;

    private final String id;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker")
    private final LongFunction<Solver> factory;

    SolverMethod(String id, String description, LongFunction<Solver> factory) {
        this.id = id;
        this.description = description;
        this.factory = factory;
    }

    /** The method with an id. */
    public static Optional<SolverMethod> named(String id) {
        return Stream.of(values()).filter(method -> method.id.equals(id)).findFirst();
    }

    /** The name in files and on the command line. */
    public String id() {
        return id;
    }

    /** One sentence on what the method is for. */
    public String description() {
        return description;
    }

    /** A solver that gives up after a million steps. */
    public Solver create() {
        return create(DEFAULT_STEP_LIMIT);
    }

    /** A solver that gives up after a number of steps, accepted and rejected. */
    public Solver create(long stepLimit) {
        if (stepLimit < 1) {
            throw new IllegalArgumentException("a step limit is at least 1, not " + stepLimit);
        }
        return factory.apply(stepLimit);
    }
}
