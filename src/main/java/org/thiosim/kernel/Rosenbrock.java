package org.thiosim.kernel;

import java.util.Arrays;
import org.thiosim.expression.Operation;
import org.thiosim.expression.TapeAssembler;
import org.thiosim.ode.EliminationPlan;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.Rodas4PTableau;

/**
 * Writes a step of Rodas4P for one system as a tape: the elimination is carried out on registers, so that zeros of the
 * Jacobian cost nothing and what depends on constants alone is done once for each patient.
 */
final class Rosenbrock {
    private final LaneEquations equations;
    private final TapeAssembler tape;
    private final StepInputs in;
    private final int n;
    private final int inverseStep;
    private final EliminationPlan plan;
    private final int[] factors;

    private Rosenbrock(LaneEquations equations) {
        this.equations = equations;
        n = equations.states();
        in = new StepInputs(equations.constants(), n);
        tape = in.tape();
        inverseStep = tape.operation(Operation.RECIPROCAL, in.size());
        plan = EliminationPlan.of(equations.pattern());
        factors = factorize();
    }

    static StepTape of(LaneEquations equations) {
        return new Rosenbrock(equations).write();
    }

    private int[] factorize() {
        int[] values = new int[plan.size()];
        Arrays.fill(values, tape.constant(0));
        int[] jacobian = equations.jacobian(tape, in.states());
        for (int e = 0; e < jacobian.length; e++) {
            values[plan.position(e)] = tape.negate(jacobian[e]);
        }
        int shift = tape.multiply(inverseStep, tape.constant(1 / Rodas4PTableau.GAMMA));
        for (int s = 0; s < n; s++) {
            values[s] = tape.add(shift, values[s]);
        }
        plan.factorize(new EliminationPlan.FactorArithmetic() {
            @Override
            public void invert(int value) {
                values[value] = tape.operation(Operation.RECIPROCAL, values[value]);
            }

            @Override
            public void multiply(int value, int by) {
                values[value] = tape.multiply(values[value], values[by]);
            }

            @Override
            public void subtractProduct(int value, int left, int right) {
                values[value] = tape.subtract(values[value], tape.multiply(values[left], values[right]));
            }
        });
        return values;
    }

    private int[] solve(int[] rightHandSide) {
        int[] x = rightHandSide.clone();
        plan.solve(new EliminationPlan.SolutionArithmetic() {
            @Override
            public void subtractProduct(int component, int value, int other) {
                x[component] = tape.subtract(x[component], tape.multiply(factors[value], x[other]));
            }

            @Override
            public void multiply(int component, int value) {
                x[component] = tape.multiply(x[component], factors[value]);
            }
        });
        return x;
    }

    private StepTape write() {
        int[][] k = new int[Rodas4PTableau.STAGES][];
        double[][] a = Rodas4PTableau.a();
        double[][] c = Rodas4PTableau.c();
        int[] stage = in.states();
        for (int i = 0; i < k.length; i++) {
            if (i > 0) {
                stage = in.plus(in.states(), a[i], k, i);
            }
            int[] right = equations.derivatives(tape, stage);
            for (int s = 0; s < n && i > 0; s++) {
                int history = tape.constant(0);
                for (int j = 0; j < i; j++) {
                    history = tape.add(history, tape.multiply(tape.constant(c[i][j]), k[j][s]));
                }
                right[s] = tape.add(right[s], tape.multiply(history, inverseStep));
            }
            k[i] = solve(right);
        }
        int[] estimate = k[k.length - 1];
        int[] after = new int[n];
        for (int s = 0; s < n; s++) {
            after[s] = tape.add(stage[s], estimate[s]);
        }
        return in.finish(LaneMethod.RODAS4P, after, estimate, Arrays.copyOf(k, k.length - 1));
    }
}
