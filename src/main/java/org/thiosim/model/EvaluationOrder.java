package org.thiosim.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thiosim.expression.Expression;

/**
 * The order in which formulas that use one another can be evaluated.
 *
 * @param order ids, each after those it uses
 * @param circular ids that use themselves through others; empty where all can be evaluated
 */
public record EvaluationOrder(List<String> order, Set<String> circular) {
    public EvaluationOrder {
        order = List.copyOf(order);
        circular = Collections.unmodifiableSet(new LinkedHashSet<>(circular));
    }

    public static EvaluationOrder of(Map<String, Expression> formulas) {
        List<String> order = new ArrayList<>();
        Map<String, Expression> open = new LinkedHashMap<>(formulas);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (String id : List.copyOf(open.keySet())) {
                Expression formula = open.get(id);
                if (formula != null && formula.symbols().stream().noneMatch(open::containsKey)) {
                    order.add(id);
                    open.remove(id);
                    moved = true;
                }
            }
        }
        return new EvaluationOrder(order, new LinkedHashSet<>(open.keySet()));
    }
}
