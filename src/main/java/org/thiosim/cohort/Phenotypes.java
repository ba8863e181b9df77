package org.thiosim.cohort;

import java.util.Arrays;
import java.util.List;
import org.thiosim.genetics.Phenotype;

/** The phenotypes of both genes. */
public record Phenotypes(Phenotype tpmt, Phenotype nudt15) {
    /** Whether they are in a stratum such as {@code TPMT poor} or {@code TPMT intermediate, NUDT15 intermediate}. */
    public boolean fit(String stratum) {
        List<String> own = List.of("TPMT " + tpmt.word(), "NUDT15 " + nudt15.word());
        return Arrays.stream(stratum.split(",", -1)).map(String::strip).allMatch(own::contains);
    }

    @Override
    public String toString() {
        return "TPMT " + tpmt.word() + ", NUDT15 " + nudt15.word();
    }
}
