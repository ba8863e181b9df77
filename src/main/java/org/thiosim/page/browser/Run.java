package org.thiosim.page.browser;

import java.util.ArrayList;
import java.util.List;
import org.thiosim.ode.Jump;
import org.thiosim.ode.OdeProblem;
import org.thiosim.ode.SampleTimes;
import org.thiosim.ode.Solution;
import org.thiosim.ode.Solver;
import org.thiosim.ode.Tolerances;
import org.thiosim.simulation.Formulas;
import org.thiosim.simulation.PatientEquations;
import org.thiosim.simulation.RatioStarts;
import org.thiosim.simulation.TimeWindow;

/**
 * One patient on one regimen, to be solved.
 *
 * @param initial the state before the first dose
 * @param horizon the end in h
 * @param hours sample times in h, ascending
 * @param windows stretches of time of which fluxes are asked, ascending and apart
 */
@SuppressWarnings("ArrayRecordComponent")
public record Run(
        LoweredModel model,
        double[] initial,
        List<Prescription> taken,
        double horizon,
        double[] hours,
        List<TimeWindow> windows) {
    /** The relative tolerance of a scenario that names none. */
    private static final double RELATIVE = 2e-5;

    public Run {
        initial = initial.clone();
        taken = List.copyOf(taken);
        hours = hours.clone();
        windows = List.copyOf(windows);
    }

    /**
     * What a run gave; after a failure the samples up to it.
     *
     * @param failure what went wrong, empty after a success
     * @param steps accepted steps
     * @param values [observable · samples + sample], in the observables' units
     * @param fluxes [window · reactions + reaction], in canonical units
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Outcome(String failure, int steps, double[] values, double[] fluxes) {}

    /**
     * Solves with a solver and the formulas of the patient.
     *
     * @param looseness what the tolerances of a scenario are multiplied by; 1 gives the numbers of the program
     */
    public Outcome solve(Solver solver, Formulas formulas, double looseness) {
        PatientEquations system = new PatientEquations(
                model.pattern(), model.observed().count(), model.reactions(), formulas, model.validity());
        Tolerances tolerances = tolerances(looseness);
        double[] noise = tolerances.absolute();
        OdeProblem problem = new OdeProblem(system, 0, horizon, initial, jumps());
        DayFluxes days = new DayFluxes(system, noise, windows);
        RatioStarts starts = starts(system.dimension());
        Solution solution = solver.solve(problem, tolerances, new SampleTimes(hours), step -> {
            days.step(step);
            starts.step(step);
        });
        String failure = solution.status().isSuccess() ? "" : solution.status().message();
        int steps = (int) solution.statistics().steps();
        return new Outcome(failure, steps, values(system, noise, solution, starts), days.fluxes());
    }

    private Tolerances tolerances(double looseness) {
        double[] absolute = model.absolute().clone();
        for (int i = 0; i < absolute.length; i++) {
            absolute[i] *= looseness;
        }
        return new Tolerances(RELATIVE * looseness, absolute);
    }

    private List<Jump> jumps() {
        List<Jump> jumps = new ArrayList<>();
        for (Prescription p : taken) {
            LoweredModel.Drug drug = model.drugs().get(p.drug());
            for (double time : p.within(horizon)) {
                jumps.add(new Jump(time, drug.state(), p.mass() / drug.molarMass()));
            }
        }
        return jumps;
    }

    private RatioStarts starts(int dimension) {
        List<RatioStarts.Watched> watched = new ArrayList<>();
        for (LoweredModel.Ratio ratio : model.observed().ratios()) {
            watched.add(new RatioStarts.Watched(ratio.observable(), y -> y[ratio.state()]));
        }
        return new RatioStarts(watched, dimension);
    }

    private double[] values(PatientEquations system, double[] noise, Solution solution, RatioStarts starts) {
        double[] values = new double[model.observed().count() * hours.length];
        double[] row = new double[model.observed().count()];
        for (int k = 0; k < hours.length; k++) {
            boolean reached = k < solution.hours().length;
            if (reached) {
                system.observe(solution.states()[k], noise, row);
            }
            for (int o = 0; o < row.length; o++) {
                boolean known = reached && hours[k] >= starts.hour(o);
                values[o * hours.length + k] = known ? row[o] : Double.NaN;
            }
        }
        return values;
    }
}
