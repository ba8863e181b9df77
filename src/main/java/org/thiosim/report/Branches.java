package org.thiosim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.RunRecord.Flow;
import org.thiosim.simulation.RunRecord.Place;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Numbers;

/**
 * The branchings of a pathway at which an arm parts from the first: of what leaves a substance, how much each enzyme takes.
 *
 * <p>A share of what leaves a substance changes only where an enzyme of that branching works more or less, while an amount
 * changes with all that lies upstream; so the shares name the causes.
 */
final class Branches {
    private static final double TOLD_APART = 1.15;
    private static final double SMALL = 0.02;
    private static final double REACHED = 1e-6;
    private static final int NAMED = 3;

    private final RunRecord.Network network;
    private final List<String> arms;
    private final Map<String, Map<Way, double[]>> leaving = new LinkedHashMap<>();
    private final Map<String, Set<String>> onward = new HashMap<>();
    private final Set<String> worked = new HashSet<>();

    /** A way out of a substance: an enzyme, or where there is none the species it leads to. */
    private record Way(String enzyme, String to) {}

    /** What a substance does at a branching, as a sentence, and how far down the pathway it stands. */
    record Cause(int place, Set<String> enzymes, String sentence) {}

    /** A branching with the shares of two arms. */
    private record Branching(
            String from, int place, Map<Way, double[]> amounts, double first, double own, double largest) {

        double share(Way way, boolean isOwn, int arm) {
            double[] amount = amounts.getOrDefault(way, new double[arm + 1]);
            return isOwn ? amount[arm] / own : amount[0] / first;
        }

        double change(Way way, int arm) {
            return Math.abs(share(way, true, arm) - share(way, false, arm));
        }

        boolean isToldApart(Way way, int arm) {
            double a = share(way, false, arm);
            double b = share(way, true, arm);
            return Math.max(a, b) >= SMALL && Math.max(a, b) > TOLD_APART * Math.min(a, b);
        }

        /** How much of the drug the branching sends another way; a square root, as what is little may be the active part. */
        double weight(int arm) {
            double most = amounts.keySet().stream()
                    .mapToDouble(w -> change(w, arm))
                    .max()
                    .orElse(0);
            return most * StrictMath.sqrt(largest);
        }
    }

    Branches(RunRecord run, TimeWindow phase) {
        network = run.network();
        arms = run.armNames();
        for (Flow flow : network.flows()) {
            if (flow.window().equals(phase)) {
                Way way = new Way(flow.enzyme(), flow.enzyme().isEmpty() ? flow.to() : "");
                leaving.computeIfAbsent(flow.from(), k -> new LinkedHashMap<>())
                                .computeIfAbsent(way, k -> new double[arms.size()])[arms.indexOf(flow.arm())] +=
                        flow.micromoles();
                onward.computeIfAbsent(flow.from(), k -> new HashSet<>()).add(flow.to());
                if (!flow.enzyme().isEmpty()) {
                    worked.add(flow.from());
                }
            }
        }
    }

    /**
     * Where an arm parts from the first, down the pathway; each enzyme is named once for a substance.
     *
     * @param micromoles the drug taken in the phase by each arm
     */
    List<Cause> causes(int arm, double[] micromoles) {
        List<Branching> parted = branchings(arm, micromoles).stream()
                .filter(b -> leadsOn(b.from))
                .filter(b -> b.amounts.keySet().stream().anyMatch(w -> !w.enzyme.isEmpty() && b.isToldApart(w, arm)))
                .sorted(Comparator.comparingDouble(b -> -b.weight(arm)))
                .toList();
        Map<String, Branching> named = new LinkedHashMap<>();
        for (Branching b : parted) {
            Way way = ways(b, arm).get(0);
            String enzyme = way.enzyme.split("@", 2)[0];
            named.putIfAbsent(label(b.from) + " " + enzyme, b);
        }
        return named.values().stream()
                .limit(NAMED)
                .sorted(Comparator.comparingInt(Branching::place))
                .map(b -> cause(b, arm))
                .toList();
    }

    private List<Branching> branchings(int arm, double[] micromoles) {
        List<Branching> all = new ArrayList<>();
        int place = 0;
        for (Map.Entry<String, Map<Way, double[]>> e : leaving.entrySet()) {
            double first = e.getValue().values().stream().mapToDouble(v -> v[0]).sum();
            double own = e.getValue().values().stream().mapToDouble(v -> v[arm]).sum();
            if (first > REACHED * micromoles[0] && own > REACHED * micromoles[arm]) {
                double largest = Math.max(first / micromoles[0], own / micromoles[arm]);
                all.add(new Branching(e.getKey(), place, e.getValue(), first, own, largest));
            }
            place++;
        }
        return all;
    }

    /** The way whose share changed most, an enzyme's first, and the one that makes up for it. */
    private static List<Way> ways(Branching b, int arm) {
        Comparator<Way> byChange = Comparator.comparingDouble(w -> -Math.rint(1e9 * b.change(w, arm)));
        Comparator<Way> byShare = Comparator.comparingDouble(w -> -b.share(w, false, arm));
        Way subject = b.amounts.keySet().stream()
                .filter(w -> !w.enzyme.isEmpty())
                .min(byChange.thenComparing(byShare))
                .orElseThrow();
        boolean rose = b.share(subject, true, arm) > b.share(subject, false, arm);
        return Stream.concat(
                        Stream.of(subject),
                        b.amounts.keySet().stream()
                                .filter(w -> !w.equals(subject)
                                        && b.share(w, true, arm) > b.share(w, false, arm) != rose
                                        && b.isToldApart(w, arm))
                                .min(byChange)
                                .stream())
                .toList();
    }

    private Cause cause(Branching b, int arm) {
        List<Way> ways = ways(b, arm);
        StringBuilder words = new StringBuilder("of 100 µmol of ")
                .append(where(b.from))
                .append(", ")
                .append(shares(b, ways.get(0), arm))
                .append(" go to ")
                .append(name(ways.get(0), b.from));
        if (ways.size() > 1) {
            words.append(" and ")
                    .append(shares(b, ways.get(1), arm))
                    .append(" to ")
                    .append(name(ways.get(1), b.from));
        }
        Set<String> enzymes = new HashSet<>();
        ways.stream().map(Way::enzyme).forEach(enzymes::add);
        return new Cause(b.place, enzymes, words.toString());
    }

    private static String shares(Branching b, Way way, int arm) {
        return Numbers.format(100 * b.share(way, true, arm), 2) + " instead of "
                + Numbers.format(100 * b.share(way, false, arm), 2);
    }

    private String name(Way way, String from) {
        if (!way.enzyme.isEmpty()) {
            return EnzymeWords.of(way.enzyme);
        }
        Place to = place(way.to);
        return to.label().equals(label(from)) ? "the " + to.matrix() : to.label();
    }

    private String where(String species) {
        Place place = place(species);
        return place.label() + (place.matrix().isEmpty() ? "" : " (" + place.matrix() + ")");
    }

    private String label(String species) {
        return place(species).label();
    }

    private Place place(String species) {
        return network.species().getOrDefault(species, new Place(species, species, "", false));
    }

    /** Whether some way out of a substance leads to another that an enzyme works on. */
    private boolean leadsOn(String species) {
        Set<String> seen = new HashSet<>(Set.of(species));
        List<String> open = new ArrayList<>(onward.getOrDefault(species, Set.of()));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (seen.add(next)) {
                if (worked.contains(next)) {
                    return true;
                }
                open.addAll(onward.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }

    /** Whether an enzyme works on a substance that has another way out, so that what it gets is not just what came in. */
    boolean hasRival(String enzyme) {
        return leaving.values().stream()
                .anyMatch(ways -> ways.size() > 1 && ways.keySet().stream().anyMatch(w -> w.enzyme.equals(enzyme)));
    }

    /** Where an enzyme first stands down the pathway. */
    int position(String enzyme) {
        List<Map<Way, double[]>> places = List.copyOf(leaving.values());
        return IntStream.range(0, places.size())
                .filter(i -> places.get(i).keySet().stream().anyMatch(w -> w.enzyme.equals(enzyme)))
                .findFirst()
                .orElse(places.size());
    }
}
