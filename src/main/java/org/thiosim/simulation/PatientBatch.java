package org.thiosim.simulation;

import java.util.List;

/**
 * Solves patients, one by one or several at once.
 *
 * <p>An outcome depends on its problem alone: other patients of the batch, their number and their order change no bit of
 * it. A patient that cannot be solved is an outcome without success and never an exception. An instance serves one
 * thread.
 */
@FunctionalInterface
public interface PatientBatch {

    /** The outcome of each problem, in their order. All problems share one scenario and one compiled model. */
    List<PatientOutcome> solve(List<PatientProblem> problems);
}
