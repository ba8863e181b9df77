package org.thiosim.simulation;

/**
 * What solving one patient gave. It owns its arrays and hands them out uncopied; they are not to be changed.
 *
 * @param success whether the end was reached
 * @param time the time reached, in h
 * @param message how the solve ended, with advice where it failed
 * @param values [observable][sample] in the orders of the scenario's outputs and in the observables' units; not a number
 *     where an observable is not valid or the solve did not get there
 * @param metrics one value for each metric of the scenario's outputs, not a number where there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record PatientOutcome(boolean success, double time, String message, double[][] values, double[] metrics) {}
