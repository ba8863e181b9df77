package org.thiosim.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with parameter sets, scales and correlations. */
final class NumbersCheck {
    private final ModelPart.Numbers numbers;
    private final List<Flaw> flaws = new ArrayList<>();

    private NumbersCheck(ModelPart.Numbers numbers) {
        this.numbers = numbers;
    }

    static List<Flaw> flaws(Model model) {
        NumbersCheck check = new NumbersCheck(model.numbers());
        check.numbers.sets().forEach((set, s) -> s.parameters().forEach((id, p) -> check.replacement(set, id, p)));
        check.scales();
        check.correlations();
        return check.flaws;
    }

    private void replacement(String set, String id, Parameter own) {
        Parameter base = numbers.parameters().get(id);
        if (base == null) {
            parameter("parameter-sets", set, id);
        } else if (!base.typical().dimension().equals(own.typical().dimension())) {
            flaws.add(new Flaw(
                    "parameter-sets",
                    set,
                    id,
                    id + " is " + base.typical().dimension() + " but the set gives "
                            + own.typical().dimension()));
        }
        if (own.sdLog().isPresent()) {
            flaws.add(new Flaw(
                    "parameter-sets",
                    set,
                    id,
                    "a set replaces the typical value alone; the variability of " + id
                            + " stands with the parameter itself"));
        }
    }

    private void scales() {
        numbers.scales().forEach((id, scale) -> {
            if (!numbers.parameters().containsKey(scale.target())) {
                ModelCheck.unknown(
                                "scale",
                                id,
                                scale.target(),
                                "parameter or individual quantity",
                                numbers.individual().keySet())
                        .ifPresent(flaws::add);
            }
        });
    }

    /** Each correlation draws its second effect anew from its first, so none may undo an earlier one. */
    private void correlations() {
        Map<String, Parameter> parameters = numbers.parameters();
        Set<String> drawn = new HashSet<>();
        for (Correlation c : numbers.correlations()) {
            for (String id : List.of(c.first(), c.second())) {
                boolean varies = Optional.ofNullable(parameters.get(id))
                        .filter(p -> p.sdLog().isPresent())
                        .isPresent();
                if (parameter("random-effects", "correlations", id) && !varies) {
                    correlation(id, id + " has no variability that could be correlated");
                }
            }
            if (drawn.contains(c.second())) {
                correlation(
                        c.second(),
                        c.second() + " has a correlation already; a further one of " + c.first() + " and " + c.second()
                                + " is drawn only where it stands first: between: [" + c.second() + ", " + c.first()
                                + "]");
            }
            drawn.addAll(List.of(c.first(), c.second()));
        }
    }

    private void correlation(String field, String message) {
        flaws.add(new Flaw("random-effects", "correlations", field, message));
    }

    /** Whether there is such a parameter; if not, that is a flaw. */
    private boolean parameter(String section, String id, String found) {
        Optional<Flaw> flaw = ModelCheck.unknown(
                section, id, found, "parameter", numbers.parameters().keySet());
        flaw.ifPresent(flaws::add);
        return flaw.isEmpty();
    }
}
