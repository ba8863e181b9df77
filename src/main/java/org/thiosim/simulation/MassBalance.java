package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.thiosim.model.Reaction;
import org.thiosim.model.Species;
import org.thiosim.ode.Jump;

/**
 * Whether what was dosed is still there: for species that only pass material among themselves, the sum of all amounts
 * equals the sum of all doses.
 *
 * @param drugs the drugs that feed these species
 * @param dosed total of the doses
 * @param unit unit of {@code dosed}: µmol, or mg in a mass-based model
 * @param residual |sum of amounts − dosed| / dosed
 */
public record MassBalance(SortedSet<String> drugs, double dosed, String unit, double residual) {
    public MassBalance {
        drugs = Collections.unmodifiableSortedSet(new TreeSet<>(drugs));
    }

    static List<MassBalance> of(CompiledModel compiled, List<Jump> jumps, double[] initial, double[] last) {
        List<MassBalance> balances = new ArrayList<>();
        for (Set<String> group : closedGroups(compiled)) {
            double dosed = 0;
            for (Jump jump : jumps) {
                dosed += group.contains(compiled.states().get(jump.index())) ? jump.amount() : 0;
            }
            if (dosed > 0) {
                double found = 0;
                for (String species : group) {
                    found += last[compiled.indexOf(species)] - initial[compiled.indexOf(species)];
                }
                Species any = species(compiled, group);
                balances.add(new MassBalance(
                        drugs(compiled, group),
                        dosed / any.kind().unit().factor(),
                        any.kind().unit().text(),
                        Math.abs(found - dosed) / dosed));
            }
        }
        return balances;
    }

    private static Species species(CompiledModel compiled, Set<String> group) {
        return compiled.model().network().species().entrySet().stream()
                .filter(e -> group.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static SortedSet<String> drugs(CompiledModel compiled, Set<String> group) {
        SortedSet<String> drugs = new TreeSet<>();
        compiled.model().inputs().drugs().forEach((id, drug) -> {
            if (drug.routes().values().stream().anyMatch(group::contains)) {
                drugs.add(id);
            }
        });
        return drugs;
    }

    /** Species connected by transfers, without those that something enters or leaves from outside. */
    private static List<Set<String>> closedGroups(CompiledModel compiled) {
        Map<String, String> leader = new LinkedHashMap<>();
        compiled.model().network().species().keySet().forEach(s -> leader.put(s, s));
        Set<String> open = new TreeSet<>();
        for (Reaction reaction : compiled.reactions()) {
            if (reaction.from().isPresent() && reaction.to().isPresent()) {
                leader.put(
                        find(leader, reaction.from().get()),
                        find(leader, reaction.to().get()));
            } else {
                reaction.from().or(reaction::to).ifPresent(open::add);
            }
        }
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        leader.keySet()
                .forEach(s -> groups.computeIfAbsent(find(leader, s), k -> new TreeSet<>())
                        .add(s));
        open.forEach(s -> groups.remove(find(leader, s)));
        return List.copyOf(groups.values());
    }

    private static String find(Map<String, String> leader, String species) {
        String at = species;
        for (String next = leader.getOrDefault(at, at); !next.equals(at); next = leader.getOrDefault(at, at)) {
            at = next;
        }
        return at;
    }
}
