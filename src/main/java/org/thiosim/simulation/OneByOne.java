package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thiosim.model.Observable;
import org.thiosim.ode.OdeProblem;
import org.thiosim.ode.Solution;
import org.thiosim.ode.Solver;
import org.thiosim.ode.Status;
import org.thiosim.ode.StepObserver;
import org.thiosim.ode.Tolerances;

/**
 * Solves each patient of a batch by itself with the method of the scenario.
 *
 * <p>Samples come from the continuous solution. Only the metrics asked for are followed through every step, in their own
 * windows.
 */
public final class OneByOne implements PatientBatch {

    @Override
    public List<PatientOutcome> solve(List<PatientProblem> problems) {
        List<PatientOutcome> outcomes = new ArrayList<>(problems.size());
        for (PatientProblem problem : problems) {
            outcomes.add(solve(problem));
        }
        return outcomes;
    }

    private static PatientOutcome solve(PatientProblem problem) {
        Scenario scenario = problem.scenario();
        BoundModel model = problem.bound();
        Tolerances tolerances = problem.tolerances();
        double[] noise = tolerances.absolute();
        List<TimeWindow> windows = scenario.outputs().metrics().stream()
                .map(Scenario.MetricRequest::window)
                .distinct()
                .toList();
        WindowObserver observer = new WindowObserver(model, noise, windows);
        StepObserver[] observers = windows.isEmpty() ? new StepObserver[0] : new StepObserver[] {observer};
        Solver solver = scenario.solver().used().create();
        Solution solution = solver.solve(
                new OdeProblem(model, 0, scenario.horizon(), model.initial(), problem.jumps()),
                tolerances,
                problem.samples(),
                observers);
        Status status = solution.status();
        return new PatientOutcome(
                status.isSuccess(),
                status.time(),
                message(problem, status),
                values(scenario, model, noise, solution),
                status.isSuccess() ? metrics(scenario, model, windows, observer.exposure()) : none(scenario));
    }

    /** The outcome of a solution without metrics. */
    static PatientOutcome outcome(PatientProblem problem, BoundModel model, Solution solution) {
        Status status = solution.status();
        Scenario scenario = problem.scenario();
        double[] noise = problem.tolerances().absolute();
        return new PatientOutcome(
                status.isSuccess(),
                status.time(),
                message(problem, status),
                values(scenario, model, noise, solution),
                none(scenario));
    }

    private static String message(PatientProblem problem, Status status) {
        if (status.isSuccess()) {
            return "";
        }
        String state = status.state().isPresent()
                ? " (" + problem.arm().model().states().get(status.state().getAsInt()) + ")"
                : "";
        return status.code().text() + state + "; " + status.advice();
    }

    private static double[][] values(Scenario scenario, BoundModel model, double[] noise, Solution solution) {
        List<ObservableColumn> columns = scenario.outputs().observables().stream()
                .map(id -> ObservableColumn.of(model.compiled(), id))
                .toList();
        double[][] values =
                new double[columns.size()][scenario.outputs().hours().size()];
        Arrays.stream(values).forEach(v -> Arrays.fill(v, Double.NaN));
        double[] observed = new double[model.compiled().observables().size()];
        double[] state = new double[model.dimension()];
        for (int k = 0; k < solution.hours().length; k++) {
            PatientEquations.settle(solution.states()[k], noise, state);
            model.observe(state, noise, observed);
            for (int c = 0; c < values.length; c++) {
                values[c][k] = columns.get(c).value(state, observed);
            }
        }
        return values;
    }

    private static double[] none(Scenario scenario) {
        double[] metrics = new double[scenario.outputs().metrics().size()];
        Arrays.fill(metrics, Double.NaN);
        return metrics;
    }

    private static double[] metrics(
            Scenario scenario, BoundModel model, List<TimeWindow> windows, ExposureTable exposure) {
        List<String> ids =
                model.compiled().observables().stream().map(Observable::id).toList();
        return scenario.outputs().metrics().stream()
                .mapToDouble(m -> {
                    WindowExposure e = exposure.exposure(windows.indexOf(m.window()), ids.indexOf(m.observable()));
                    return e.isValid() ? m.metric().value(e, m.window()) : Double.NaN;
                })
                .toArray();
    }
}
