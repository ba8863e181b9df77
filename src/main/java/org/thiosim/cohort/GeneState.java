package org.thiosim.cohort;

import org.thiosim.genetics.Phenotype;

/**
 * What a patient has of one gene.
 *
 * @param diplotype such as {@code *1/*3A}; empty where the phenotype alone is stated
 * @param activity of the genotype, relative to two normal alleles
 */
public record GeneState(String diplotype, Phenotype phenotype, double activity) {}
