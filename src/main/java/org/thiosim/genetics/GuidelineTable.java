package org.thiosim.genetics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The starting doses of one guideline in one edition.
 *
 * @param id such as {@code cpic}
 * @param doses what the guideline says, for every situation
 */
public record GuidelineTable(String id, TableVersion version, Map<Situation, StartingDose> doses) {
    public GuidelineTable {
        doses = Collections.unmodifiableMap(new LinkedHashMap<>(doses));
        List<Situation> missing = new ArrayList<>(Situation.all());
        missing.removeAll(doses.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("guideline '" + id + "' says nothing of " + missing.get(0)
                    + (missing.size() == 1 ? "" : " and of " + (missing.size() - 1) + " more situations")
                    + "; where it gives no dose write 'advice: none' with a text");
        }
    }

    /** Who is to be dosed. */
    public record Situation(Thiopurine drug, DiseaseContext context, Phenotype tpmt, Phenotype nudt15) {

        /** Every situation. */
        public static List<Situation> all() {
            List<Situation> all = new ArrayList<>();
            for (Thiopurine drug : Thiopurine.values()) {
                for (DiseaseContext context : DiseaseContext.values()) {
                    for (Phenotype tpmt : Phenotype.values()) {
                        for (Phenotype nudt15 : Phenotype.values()) {
                            all.add(new Situation(drug, context, tpmt, nudt15));
                        }
                    }
                }
            }
            return all;
        }

        /** Whether a phenotype is indeterminate and neither gene is known to be reduced. */
        public boolean isOpen() {
            boolean reduced = Stream.of(tpmt, nudt15).anyMatch(Phenotype::isReduced);
            return !reduced && (tpmt == Phenotype.INDETERMINATE || nudt15 == Phenotype.INDETERMINATE);
        }

        @Override
        public String toString() {
            return drug.word() + ", " + context.word() + ", TPMT " + tpmt.word() + ", NUDT15 " + nudt15.word();
        }
    }

    /** The starting dose of a situation. */
    public StartingDose startingDose(Situation situation) {
        StartingDose dose = doses.get(situation);
        if (dose == null) {
            throw new IllegalArgumentException("guideline '" + id + "' says nothing of " + situation);
        }
        return dose;
    }

    /** The guideline's statement with its name, version and source, for a report. */
    public String explanation(Situation situation) {
        return situation + ": " + startingDose(situation).text() + " [" + version + "; " + version.source() + "]";
    }
}
