/**
 * From star alleles to enzyme activity and starting dose. Two alleles make a diplotype, their functions give the CPIC
 * phenotype, the phenotype gives the relative enzyme activity that a model works with. What the tables do not know is
 * returned as absent with its bounds; nothing is guessed.
 */
@NullMarked
package org.thiosim.genetics;

import org.jspecify.annotations.NullMarked;
