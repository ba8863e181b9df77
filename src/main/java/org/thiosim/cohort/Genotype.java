package org.thiosim.cohort;

/**
 * The genes of a patient.
 *
 * @param ancestry the group whose frequencies they were drawn with
 */
public record Genotype(String ancestry, GeneState tpmt, GeneState nudt15) {

    /** Both phenotypes, on which a dose by guideline depends. */
    public Phenotypes phenotypes() {
        return new Phenotypes(tpmt.phenotype(), nudt15.phenotype());
    }
}
