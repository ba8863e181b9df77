/**
 * Many patients, drawn from a population and treated in the same arms, reproducibly.
 *
 * <p>Patient i is a pure function of the seed and i: {@link org.thiosim.cohort.Cohort#block} gives the same bits
 * whatever the number of threads, the size of a batch, the share of the patients or their order. Results leave block by
 * block through a {@link org.thiosim.cohort.BlockStore}, so that memory does not grow with the number of patients, and
 * every statistic is made from the blocks in their order.
 */
@NullMarked
package org.thiosim.cohort;

import org.jspecify.annotations.NullMarked;
