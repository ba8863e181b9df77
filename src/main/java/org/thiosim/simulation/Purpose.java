package org.thiosim.simulation;

/** What results are for, in the words that go with every one of them. */
public final class Purpose {
    /** The sentence at the foot of every chart, report and summary. */
    public static final String NOTICE = "For teaching and research, never for dosing a patient.";

    private Purpose() {}
}
