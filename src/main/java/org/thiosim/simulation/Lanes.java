package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.LaneProblem;
import org.thiosim.ode.LaneSolver;
import org.thiosim.ode.Solution;

/**
 * Solves the patients of a batch side by side, those who take the same drugs together.
 *
 * <p>Where a metric of the continuous solution is asked for, or a method that has no lanes, every patient is solved by
 * itself; that depends on the scenario alone.
 */
final class Lanes implements PatientBatch {
    private static final long STEP_LIMIT = 1_000_000;

    private final LaneKernels kernels;
    private final PatientBatch alone = new OneByOne();

    Lanes(LaneKernels kernels) {
        this.kernels = kernels;
    }

    @Override
    public List<PatientOutcome> solve(List<PatientProblem> problems) {
        if (problems.isEmpty()) {
            return List.of();
        }
        Scenario scenario = problems.get(0).scenario();
        Optional<LaneMethod> method = LaneKernels.method(scenario.solver(), scenario.outputs());
        if (method.isEmpty()) {
            return alone.solve(problems);
        }
        Map<Optional<LaneKernels.Prepared>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < problems.size(); i++) {
            groups.computeIfAbsent(
                            kernels.of(
                                    problems.get(i).arm(),
                                    method.get(),
                                    scenario.outputs().observables()),
                            k -> new ArrayList<>())
                    .add(i);
        }
        PatientOutcome[] outcomes = new PatientOutcome[problems.size()];
        groups.forEach((prepared, members) -> {
            List<PatientProblem> own = members.stream().map(problems::get).toList();
            List<PatientOutcome> solved = prepared.map(p -> together(p, own)).orElseGet(() -> alone.solve(own));
            for (int k = 0; k < own.size(); k++) {
                outcomes[members.get(k)] = solved.get(k);
            }
        });
        return Arrays.asList(outcomes);
    }

    private static List<PatientOutcome> together(LaneKernels.Prepared prepared, List<PatientProblem> problems) {
        LaneSystem system = prepared.system();
        Scenario scenario = problems.get(0).scenario();
        SolverChoice choice = scenario.solver();
        List<BoundModel> models = problems.stream().map(PatientProblem::bound).toList();
        List<LaneProblem> tasks = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            PatientProblem problem = problems.get(i);
            tasks.add(system.problem(models.get(i), problem.arm(), scenario.horizon(), problem.samples()));
        }
        LaneSolver solver = new LaneSolver(
                prepared.kernel().create(),
                system.tolerances(choice.relative(), choice.absolute(), choice.peakShare()),
                STEP_LIMIT);
        List<Solution> solutions = solver.solve(tasks);
        List<PatientOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            outcomes.add(OneByOne.outcome(problems.get(i), models.get(i), system.whole(solutions.get(i))));
        }
        return outcomes;
    }
}
