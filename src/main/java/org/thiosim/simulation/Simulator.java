package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.thiosim.model.Observable;
import org.thiosim.model.Species;
import org.thiosim.ode.Jump;
import org.thiosim.ode.OdeProblem;
import org.thiosim.ode.SampleTimes;
import org.thiosim.ode.Solution;
import org.thiosim.ode.Solver;
import org.thiosim.ode.Status;
import org.thiosim.ode.Tolerances;

/** Simulates the arms of a scenario. */
public final class Simulator {
    private Simulator() {}

    /** Runs the arms, at the same time where there are processors; one that cannot be solved leaves the others untouched. */
    public static SimulationResult run(Scenario scenario) {
        List<TimeWindow> phases = ReportWindows.phases(scenario.arms(), scenario.horizon());
        List<ArmRun> runs = scenario.arms().stream()
                .map(arm -> new ArmRun(scenario, arm, phases))
                .toList();
        List<ArmResult> results = runs.parallelStream().map(ArmRun::result).toList();
        List<TimeCourse> days = runs.stream().flatMap(r -> r.days.stream()).toList();
        return new SimulationResult(scenario, phases, results, SampledDays.swinging(days));
    }

    /** One arm while it is run. */
    private static final class ArmRun {
        private final Scenario scenario;
        private final Arm arm;
        private final List<TimeWindow> phases;
        private final BoundModel model;
        private final List<TimeWindow> windows;
        private final double[] noise;
        private final WindowObserver observer;
        private final List<Double> dayHours;
        private final List<TimeCourse> days = new ArrayList<>();

        ArmRun(Scenario scenario, Arm arm, List<TimeWindow> phases) {
            this.scenario = scenario;
            this.arm = arm;
            this.phases = phases;
            IndividualValues individual = IndividualValues.of(arm.model().model(), arm.patient(), arm.parameterSet());
            this.model = arm.model()
                    .bind(individual, Notices.hidden(scenario, arm, individual).keySet());
            this.windows = windows();
            this.noise = absolute();
            this.observer = new WindowObserver(model, noise, windows);
            this.dayHours = SampledDays.hours(SampledDays.of(scenario.arms(), phases, scenario.horizon()));
        }

        private List<TimeWindow> windows() {
            List<TimeWindow> all = new ArrayList<>(ReportWindows.of(arm, phases, scenario.horizon()));
            scenario.outputs().metrics().stream()
                    .map(Scenario.MetricRequest::window)
                    .filter(w -> !all.contains(w))
                    .distinct()
                    .forEach(all::add);
            return List.copyOf(all);
        }

        ArmResult result() {
            double[] initial = model.initial();
            List<Jump> jumps = DoseJumps.of(arm, scenario.horizon());
            Solution solution = solve(initial, jumps);
            Observations observations = Observations.of(
                    model,
                    noise,
                    solution,
                    observer.starts().hours(model.compiled().observables().size()));
            ArmResult.Outcome outcome = outcome(solution.status(), solution);
            List<String> observables = scenario.outputs().observables().stream()
                    .filter(o -> ObservableColumn.exists(arm.model(), o))
                    .toList();
            List<TimeCourse> courses = observations.timeCourses(
                    arm.name(), observables, scenario.outputs().hours());
            if (!dayHours.isEmpty()) {
                days.addAll(observations.timeCourses(arm.name(), observables, dayHours));
            }
            List<String> notices = Notices.of(scenario, arm, model.individual());
            if (!outcome.success()) {
                return new ArmResult(arm, outcome, courses, List.of(), List.of(), List.of(), notices);
            }
            List<Metric> metrics =
                    new MetricTable(scenario, arm, phases, windows, observer.exposure(), observations).metrics();
            return new ArmResult(
                    arm,
                    outcome,
                    courses,
                    metrics,
                    fluxes(),
                    MassBalance.of(arm.model(), jumps, initial, solution.finalState()),
                    notices);
        }

        private Solution solve(double[] initial, List<Jump> jumps) {
            OdeProblem problem = new OdeProblem(model, 0, scenario.horizon(), initial, jumps);
            Solver solver = scenario.solver().used().create();
            SolverChoice choice = scenario.solver();
            Tolerances tolerances = new Tolerances(choice.relative(), noise, choice.peakShare());
            return solver.solve(problem, tolerances, sampleTimes(), observer);
        }

        /** The absolute tolerance of every state, in its canonical unit. */
        private double[] absolute() {
            double[] absolute = arm.model().stateUnits();
            for (int i = 0; i < absolute.length; i++) {
                absolute[i] *= scenario.solver().absolute();
            }
            return absolute;
        }

        private SampleTimes sampleTimes() {
            TreeSet<Double> times = new TreeSet<>(scenario.outputs().hours());
            times.addAll(dayHours);
            phases.forEach(p -> times.addAll(ReportWindows.track(arm, p, scenario.horizon())));
            return new SampleTimes(
                    times.stream().mapToDouble(Double::doubleValue).toArray());
        }

        private ArmResult.Outcome outcome(Status status, Solution solution) {
            String state = status.state().isPresent()
                    ? " (" + arm.model().states().get(status.state().getAsInt()) + ")"
                    : "";
            String message = status.isSuccess()
                    ? status.code().text()
                    : status.code().text() + " at t = " + status.time() + " h" + state + "; " + status.advice();
            return new ArmResult.Outcome(status.isSuccess(), message, solution.statistics());
        }

        private List<Flux> fluxes() {
            List<Flux> fluxes = new ArrayList<>();
            for (int w = 0; w < windows.size(); w++) {
                for (int r = 0; r < arm.model().reactions().size(); r++) {
                    if (isAmount(r)) {
                        fluxes.add(new Flux(
                                arm.name(),
                                arm.model().reactions().get(r),
                                windows.get(w),
                                observer.ledger().amount(w, r)));
                    }
                }
            }
            return fluxes;
        }

        private boolean isAmount(int reaction) {
            var ends = arm.model().reactions().get(reaction);
            return ends.from()
                    .or(ends::to)
                    .flatMap(s -> Optional.ofNullable(
                            arm.model().model().network().species().get(s)))
                    .filter(s -> s.kind() == Species.Kind.AMOUNT)
                    .isPresent();
        }
    }

    /**
     * Values of every observable at every sample time of a solution.
     *
     * @param since the hour from which each observable has a value
     */
    record Observations(BoundModel model, double[] hours, double[][] states, double[][] values, double[] since) {

        static Observations of(BoundModel model, double[] noise, Solution solution, double[] since) {
            List<Observable> observables = model.compiled().observables();
            double[][] states = new double[solution.hours().length][model.dimension()];
            double[][] values = new double[states.length][observables.size()];
            for (int k = 0; k < values.length; k++) {
                PatientEquations.settle(solution.states()[k], noise, states[k]);
                model.observe(states[k], noise, values[k]);
                for (int i = 0; i < since.length; i++) {
                    values[k][i] = solution.hours()[k] < since[i] ? Double.NaN : values[k][i];
                }
            }
            return new Observations(model, solution.hours(), states, values, since);
        }

        List<TimeCourse> timeCourses(String arm, List<String> observables, List<Double> wanted) {
            int[] rows = rows(wanted);
            double[] times = Arrays.stream(rows).mapToDouble(k -> hours[k]).toArray();
            List<TimeCourse> courses = new ArrayList<>();
            for (String id : observables) {
                ObservableColumn column = ObservableColumn.of(model.compiled(), id);
                double[] course = Arrays.stream(rows)
                        .mapToDouble(k -> column.value(states[k], values[k]))
                        .toArray();
                courses.add(new TimeCourse(arm, id, column.unit(), times, course));
            }
            return courses;
        }

        private int[] rows(List<Double> wanted) {
            return wanted.stream()
                    .mapToInt(t -> Arrays.binarySearch(hours, t))
                    .filter(k -> k >= 0)
                    .toArray();
        }

        /** The course of one observable at given times. */
        CourseMetrics course(int observable, List<Double> times) {
            int[] rows = rows(times.stream().filter(t -> t >= since[observable]).toList());
            return new CourseMetrics(
                    Arrays.stream(rows).mapToDouble(k -> hours[k]).toArray(),
                    Arrays.stream(rows).mapToDouble(k -> values[k][observable]).toArray());
        }
    }
}
