package org.thiosim.cohort;

import org.thiosim.genetics.Phenotype;

/** The phenotypes of both genes. */
public record Phenotypes(Phenotype tpmt, Phenotype nudt15) {
    @Override
    public String toString() {
        return "TPMT " + tpmt.word() + ", NUDT15 " + nudt15.word();
    }
}
