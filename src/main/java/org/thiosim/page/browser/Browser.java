package org.thiosim.page.browser;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.thiosim.ode.Solver;
import org.thiosim.ode.SolverMethod;
import org.thiosim.simulation.Formulas;
import org.thiosim.simulation.TimeWindow;

/** What the page's script calls: {@code prepare} gives an object that can {@code simulate} and choose {@code notices}. */
public final class Browser {
    private static final int STEP_LIMIT = 500_000;
    private static final int PRESCRIPTION = 5;

    private Browser() {}

    /** The page has no main program; the script calls what is exported. */
    public static void main(String[] arguments) {}

    /** Solves one patient. */
    @JSFunctor
    interface Simulate extends JSObject {
        JSObject run(
                Script script,
                @JSByRef double[] initial,
                @JSByRef double[] taken,
                double horizon,
                @JSByRef double[] hours,
                @JSByRef double[] windows,
                double looseness);
    }

    /** Chooses the notices of one patient. */
    @JSFunctor
    interface Warn extends JSObject {
        @JSByRef
        int[] run(@JSByRef double[] taken, @JSByRef double[] covariates, double weight, double horizon);
    }

    /**
     * Reads a lowered model.
     *
     * @param counts observables, reactions
     * @param ratios observable and state below it of each ratio
     * @param drugs state and molar mass of each
     * @param masks masked, tested, low, high of each
     * @param notices the numbers of each {@link NoticeRule}
     */
    @JSExport
    public static JSObject prepare(
            @JSByRef int[] rows,
            @JSByRef int[] columns,
            @JSByRef double[] absolute,
            @JSByRef int[] counts,
            @JSByRef int[] ratios,
            @JSByRef double[] drugs,
            @JSByRef double[] masks,
            @JSByRef double[] notices) {
        LoweredModel model = LoweredModel.of(rows, columns, absolute, counts, ratios, drugs, masks, notices);
        Solver solver = SolverMethod.RODAS4P.create(STEP_LIMIT);
        return handle(
                (script, initial, taken, horizon, hours, windows, looseness) ->
                        outcome(new Run(model, initial, prescriptions(taken), horizon, hours, windows(windows))
                                .solve(solver, formulas(script), looseness)),
                (taken, covariates, weight, horizon) ->
                        model.warnings(prescriptions(taken), covariates, weight, horizon));
    }

    private static List<Prescription> prescriptions(double[] taken) {
        List<Prescription> list = new ArrayList<>();
        for (int i = 0; i < taken.length; i += PRESCRIPTION) {
            list.add(Prescription.repeated((int) taken[i], taken[i + 1], taken[i + 2], taken[i + 3], taken[i + 4]));
        }
        return list;
    }

    private static List<TimeWindow> windows(double[] borders) {
        List<TimeWindow> list = new ArrayList<>();
        for (int i = 0; i < borders.length; i += 2) {
            list.add(new TimeWindow(borders[i], borders[i + 1]));
        }
        return list;
    }

    private static Formulas formulas(Script script) {
        return new Formulas() {
            @Override
            public void derivatives(double[] y, double[] dydt) {
                script.derivatives(y, dydt);
            }

            @Override
            public void jacobian(double[] y, double[] values) {
                script.jacobian(y, values);
            }

            @Override
            public void rates(double[] y, double[] values) {
                script.rates(y, values);
            }

            @Override
            public void observed(double[] y, double[] values) {
                script.observed(y, values);
            }
        };
    }

    private static JSObject outcome(Run.Outcome outcome) {
        return outcome(outcome.failure(), outcome.steps(), outcome.values(), outcome.fluxes());
    }

    @JSBody(
            params = {"failure", "steps", "values", "fluxes"},
            script = "return {failure: failure, steps: steps, values: values, fluxes: fluxes};")
    private static native JSObject outcome(
            String failure, int steps, @JSByRef double[] values, @JSByRef double[] fluxes);

    @JSBody(
            params = {"simulate", "notices"},
            script = "return {simulate: simulate, notices: notices};")
    private static native JSObject handle(Simulate simulate, Warn notices);
}
