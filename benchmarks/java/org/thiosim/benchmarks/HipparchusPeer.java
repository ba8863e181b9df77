package org.thiosim.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince54Integrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.nonstiff.GraggBulirschStoerIntegrator;
import org.thiosim.expression.Kernel;
import org.thiosim.kernel.GeneratedKernel;
import org.thiosim.ode.Jump;
import org.thiosim.ode.LaneProblem;

/** Hipparchus' own integrators on thio12, with our generated right-hand side and one integrator for each patient. */
final class HipparchusPeer {
    private static final double[] TOLERANCES = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6};
    private static final double DAY = 24;

    /** Makes an integrator from a relative and an absolute tolerance. */
    private interface Factory {
        AdaptiveStepsizeIntegrator create(double relative, double absolute);
    }

    private final Thio12 thio12;
    private final DoubleSupplier cpu;
    private final Consumer<WorkPoint> points;
    private final Kernel slopes;

    HipparchusPeer(Thio12 thio12, DoubleSupplier cpu, Consumer<WorkPoint> points) {
        this.thio12 = thio12;
        this.cpu = cpu;
        this.points = points;
        slopes = GeneratedKernel.of(thio12.system().equations().slopes());
    }

    void measure(int patients) {
        measure("Hipparchus Dormand-Prince 5(4)", patients, (r, a) -> new DormandPrince54Integrator(1e-9, DAY, a, r));
        measure(
                "Hipparchus Dormand-Prince 8(5,3)",
                patients,
                (r, a) -> new DormandPrince853Integrator(1e-9, DAY, a, r));
        measure(
                "Hipparchus Gragg-Bulirsch-Stoer",
                patients,
                (r, a) -> new GraggBulirschStoerIntegrator(1e-9, DAY, a, r));
    }

    private void measure(String tool, int patients, Factory factory) {
        solve(patients / 2, factory.create(1e-4, 1e-4));
        for (double relative : TOLERANCES) {
            for (double absolute : new double[] {relative, relative / 100}) {
                double begun = cpu.getAsDouble();
                double error = solve(patients, factory.create(relative, absolute));
                double seconds = (cpu.getAsDouble() - begun) * 1000 / patients;
                String setting = String.format(Locale.ROOT, "relative %.0e, absolute %.0e", relative, absolute);
                points.accept(new WorkPoint(tool, setting, error, seconds));
            }
        }
    }

    private double solve(int patients, AdaptiveStepsizeIntegrator integrator) {
        List<LaneProblem> problems = thio12.problems(patients);
        double error = 0;
        for (int i = 0; i < problems.size(); i++) {
            error = Math.max(error, solve(i, problems.get(i), integrator));
        }
        return error;
    }

    private double solve(int patient, LaneProblem problem, AdaptiveStepsizeIntegrator integrator) {
        Kernel.Program program = slopes.bind(problem.constants());
        int n = problem.initial().length;
        OrdinaryDifferentialEquation equations = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return n;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                double[] slope = new double[n];
                program.run(y, slope);
                return slope;
            }
        };
        int tg = thio12.system().followed().indexOf("tg");
        int mr = thio12.system().followed().indexOf("mr");
        double[] y = problem.initial().clone();
        double error = 0;
        int next = 0;
        for (int day = 0; day < Thio12.DAYS; day++) {
            while (next < problem.jumps().size() && problem.jumps().get(next).time() <= day * DAY) {
                Jump jump = problem.jumps().get(next++);
                y[jump.index()] += jump.amount();
            }
            integrator.setInitialStepSize(0.01);
            y = integrator
                    .integrate(equations, new ODEState(day * DAY, y), (day + 1) * DAY)
                    .getPrimaryState();
            error = Math.max(error, thio12.error(patient, day, y[tg], y[mr]));
        }
        return error;
    }
}
