package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.List;
import org.thiosim.expression.Binary;
import org.thiosim.expression.Call;
import org.thiosim.expression.Expression;
import org.thiosim.expression.FormulaFunction;
import org.thiosim.expression.Operator;
import org.thiosim.model.Observable;

/**
 * An observable whose formula is a quotient guarded against an empty denominator, {@code a / max(b, small)}.
 *
 * @param observable its place among the model's observables
 * @param denominator {@code b}, over states and individual values
 */
public record Ratio(int observable, Expression denominator) {

    /** The ratios of a model. */
    public static List<Ratio> of(CompiledModel compiled) {
        List<Ratio> ratios = new ArrayList<>();
        List<Observable> observables = compiled.observables();
        for (int i = 0; i < observables.size(); i++) {
            if (observables.get(i).measure() instanceof Observable.Measure.Formula formula
                    && formula.formula() instanceof Binary quotient
                    && quotient.operator() == Operator.DIVIDE
                    && quotient.right() instanceof Call guard
                    && guard.function() == FormulaFunction.MAX) {
                List<Expression> variable = guard.arguments().stream()
                        .filter(a -> !a.symbols().isEmpty())
                        .toList();
                if (variable.size() == 1 && guard.arguments().size() == 2) {
                    ratios.add(new Ratio(i, compiled.model().expand(variable.get(0))));
                }
            }
        }
        return ratios;
    }
}
