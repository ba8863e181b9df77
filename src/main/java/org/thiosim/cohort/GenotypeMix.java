package org.thiosim.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thiosim.genetics.AlleleTable;
import org.thiosim.genetics.AncestryGroup;
import org.thiosim.genetics.Diplotype;
import org.thiosim.genetics.FrequencyTable;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.GroupFrequencies;
import org.thiosim.genetics.PhenotypeCall;
import org.thiosim.random.RandomStream;
import org.thiosim.units.Numbers;

/**
 * Every genotype that can occur in a population, with its probability and the share of the patients drawn with it.
 *
 * @param entries probabilities sum to 1, and so do the shares
 * @param notes what was assumed of alleles that the frequency table does not assign
 */
public record GenotypeMix(List<Entry> entries, List<String> notes) {
    private static final double ROUNDING = 1e-9;
    private static final String REST = "";

    /**
     * A genotype.
     *
     * @param probability in the population
     * @param share among the patients drawn; larger than the probability where a stratum is enriched
     */
    public record Entry(Genotype genotype, double probability, double share) {
        /** What a patient with it counts for: probability over share. */
        public double weight() {
            return probability / share;
        }
    }

    /** A group of a population: its share and the groups of the frequency table it takes its alleles from. */
    public record Ancestry(String name, double share, String tpmtGroup, String nudt15Group) {}

    public GenotypeMix {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
        double sum = entries.stream().mapToDouble(Entry::probability).sum();
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("the probabilities of the genotypes sum to " + sum + ", not to 1");
        }
    }

    /** Everyone has the same genotype. */
    public static GenotypeMix same(Genotype genotype) {
        return new GenotypeMix(List.of(new Entry(genotype, 1, 1)), List.of());
    }

    /**
     * Both genes in Hardy–Weinberg proportions within each group and independent of each other. Chromosomes to which the
     * table assigns no allele count as {@code *1}.
     *
     * @throws IllegalArgumentException for an unknown group and for an allele whose activity is not known
     */
    public static GenotypeMix of(List<Ancestry> ancestries, GeneticData data) {
        double total = ancestries.stream().mapToDouble(Ancestry::share).sum();
        if (Math.abs(total - 1) > ROUNDING) {
            throw new IllegalArgumentException("the shares of the groups sum to " + 100 * total + " %, not to 100 %");
        }
        List<Entry> entries = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Ancestry ancestry : ancestries) {
            Map<GeneState, Double> tpmt = states(Gene.TPMT, ancestry.tpmtGroup(), data, notes);
            Map<GeneState, Double> nudt15 = states(Gene.NUDT15, ancestry.nudt15Group(), data, notes);
            tpmt.forEach((t, p) -> nudt15.forEach((n, q) -> {
                double probability = ancestry.share() * p * q;
                if (probability > 0) {
                    entries.add(new Entry(new Genotype(ancestry.name(), t, n), probability, probability));
                }
            }));
        }
        return new GenotypeMix(entries, notes.stream().distinct().toList());
    }

    private static Map<GeneState, Double> states(Gene gene, String group, GeneticData data, List<String> notes) {
        FrequencyTable table = data.frequencies();
        GroupFrequencies frequencies = table.frequencies(gene, new AncestryGroup(group));
        Map<String, Double> alleles = new LinkedHashMap<>(frequencies.alleles());
        if (frequencies.unassigned() > ROUNDING) {
            alleles.merge("*1", frequencies.unassigned(), Double::sum);
            notes.add(gene + ", " + group + ": " + percent(frequencies.unassigned())
                    + (frequencies.listsReference()
                            ? " of chromosomes carry an allele that the table does not name; they count as *1"
                            : " of chromosomes carry none of the alleles listed and count as *1"));
        }
        List<String> names = List.copyOf(alleles.keySet());
        Map<GeneState, Double> states = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            for (int k = i; k < names.size(); k++) {
                double p = at(alleles, names.get(i)) * at(alleles, names.get(k)) * (i == k ? 1 : 2);
                if (p > 0) {
                    states.merge(state(gene, names.get(i), names.get(k), data.alleles(gene)), p, Double::sum);
                }
            }
        }
        return states;
    }

    private static double at(Map<String, Double> alleles, String name) {
        return Optional.ofNullable(alleles.get(name)).orElseThrow();
    }

    private static String percent(double share) {
        return Numbers.format(100 * share, 3) + " %";
    }

    private static GeneState state(Gene gene, String first, String second, AlleleTable table) {
        PhenotypeCall call = table.call(Diplotype.of(gene, first, second));
        double activity = call.activity()
                .value()
                .orElseThrow(() -> new IllegalArgumentException("the activity of " + gene + " " + first + "/" + second
                        + " is not known; choose a group whose alleles all have a known function"));
        return new GeneState(call.diplotype().label(), call.phenotype(), activity);
    }

    /**
     * The same genotypes with strata enriched: each stratum named gets its share of the patients, the rest is spread as in
     * the population. Where strata leave nobody to the rest, their shares sum to 1.
     *
     * @param strata share above 0 by stratum, such as {@code TPMT poor}, or two joined by a comma; a genotype belongs to the first
     *     that fits
     */
    public GenotypeMix enriched(Map<String, Double> strata) {
        strata.forEach((name, share) -> {
            if (!(share > 0)) {
                throw new IllegalArgumentException(
                        "the share of the stratum '" + name
                                + "' is above 0 %, or nobody would stand for it; to draw it as often as it occurs leave it out");
            }
        });
        double given = strata.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> mass = new LinkedHashMap<>();
        entries.forEach(e -> mass.merge(stratum(e, strata), e.probability(), Double::sum));
        for (String name : strata.keySet()) {
            if (!mass.containsKey(name)) {
                throw new IllegalArgumentException("no genotype of the population is in the stratum '" + name
                        + "'; write for example 'TPMT poor' or 'TPMT intermediate, NUDT15 intermediate'");
            }
        }
        if (mass.containsKey(REST) ? !(given < 1 - ROUNDING) : Math.abs(given - 1) > ROUNDING) {
            throw new IllegalArgumentException(
                    "the shares of the strata sum to " + Numbers.format(100 * given, 6) + " %; "
                            + (mass.containsKey(REST)
                                    ? "leave some patients to the rest of the population"
                                    : "nobody is left beside them, so they sum to 100 %: raise one, or leave one out"));
        }
        List<Entry> changed = new ArrayList<>();
        for (Entry e : entries) {
            String name = stratum(e, strata);
            double share = strata.getOrDefault(name, 1 - given);
            changed.add(new Entry(e.genotype(), e.probability(), e.probability() * share / at(mass, name)));
        }
        return new GenotypeMix(changed, notes);
    }

    private static String stratum(Entry entry, Map<String, Double> strata) {
        return strata.keySet().stream()
                .filter(entry.genotype().phenotypes()::fit)
                .findFirst()
                .orElse(REST);
    }

    /** The genotype of a patient. */
    Entry draw(long seed, long patient) {
        double u = new RandomStream(seed, patient, "genotype").uniform(0);
        double sum = 0;
        for (Entry entry : entries) {
            sum += entry.share();
            if (u < sum) {
                return entry;
            }
        }
        return entries.get(entries.size() - 1);
    }
}
