package org.thiosim.simulation;

/** What results are for, in the words that go with every one of them. */
public final class Purpose {
    private static final String AIM = " teaching and research, never for dosing a patient";

    /** The sentence at the foot of every chart, report and summary. */
    public static final String NOTICE = "For" + AIM + ".";

    /** The same as part of a sentence, without a point. */
    public static final String CLAUSE = "for" + AIM;

    private Purpose() {}
}
