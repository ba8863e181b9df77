package org.thiosim.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.thiosim.cohort.GeneState;
import org.thiosim.cohort.Genotype;
import org.thiosim.cohort.GenotypeMix;
import org.thiosim.cohort.GenotypeMix.Ancestry;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.Phenotype;
import org.thiosim.genetics.PhenotypeActivity;

/** Reads the genes of a population: {@code ancestry} with {@code stratify}, or {@code genotypes} that everyone has. */
final class GenotypeMixReader {
    private final PopulationFacts facts;
    private final Supplier<GeneticData> tables;

    GenotypeMixReader(PopulationFacts facts, Supplier<GeneticData> tables) {
        this.facts = facts;
        this.tables = tables;
    }

    /** The genotypes; absent only together with a finding. */
    Optional<GenotypeMix> read() {
        Map<String, Double> strata = strata();
        if (facts.holder("genotypes").isPresent()) {
            facts.holder("ancestry");
            return facts.holder("genotypes")
                    .orElseThrow()
                    .map("genotypes", "'genotypes'")
                    .map(this::stated);
        }
        List<Ancestry> ancestries = new ArrayList<>();
        for (YamlMap map : facts.maps("ancestry", "a group of the ancestry")) {
            double share = PopulationFacts.share(map, "share");
            Optional<String> group = map.required("group");
            String tpmt = map.textOr("tpmt", group.orElse(""));
            String nudt15 = map.textOr("nudt15", group.orElse(""));
            facts.note("ancestry", group.orElse("") + " " + PopulationFacts.percent(share), map);
            map.done();
            group.ifPresent(g -> ancestries.add(new Ancestry(g, share, tpmt, nudt15)));
        }
        if (ancestries.isEmpty()) {
            facts.lacks(
                    "a population needs 'ancestry': groups of the frequency table with their shares,"
                            + " or 'genotypes: {tpmt: normal, nudt15: normal}'",
                    "ancestry",
                    "genotypes");
            return Optional.empty();
        }
        return facts.attempt("ancestry", () -> GenotypeMix.of(ancestries, tables.get()))
                .flatMap(m -> strata.isEmpty() ? Optional.of(m) : facts.attempt("stratify", () -> m.enriched(strata)));
    }

    private GenotypeMix stated(YamlMap map) {
        GeneState tpmt = stated(map, Gene.TPMT);
        GeneState nudt15 = stated(map, Gene.NUDT15);
        map.done();
        return GenotypeMix.same(new Genotype("", tpmt, nudt15));
    }

    private GeneState stated(YamlMap map, Gene gene) {
        Phenotype phenotype =
                map.parsed(GenotypeReader.key(gene), Phenotype::parse).orElse(Phenotype.NORMAL);
        PhenotypeActivity activities = tables.get().alleles(gene).activity();
        if (!phenotype.isDeterminate()) {
            map.flaw(
                    GenotypeReader.key(gene),
                    "the activity of '" + phenotype.word() + "' is not known; choose normal,"
                            + " intermediate or poor");
        }
        return new GeneState("", phenotype, activities.of(phenotype).orElse(1));
    }

    private Map<String, Double> strata() {
        Map<String, Double> strata = new LinkedHashMap<>();
        facts.holder("stratify").flatMap(m -> m.map("stratify", "'stratify'")).ifPresent(map -> {
            for (String stratum : map.keys()) {
                strata.put(stratum, PopulationFacts.share(map, stratum));
            }
            map.done();
        });
        return strata;
    }
}
