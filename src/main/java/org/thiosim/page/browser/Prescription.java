package org.thiosim.page.browser;

import java.util.List;
import org.thiosim.dosing.DoseTimes;

/**
 * A drug by mouth, repeated.
 *
 * @param drug its index in the model
 * @param mass one dose in kg
 * @param times when it is taken
 */
public record Prescription(int drug, double mass, DoseTimes times) {
    /** Every {@code interval} h from {@code from} up to but not including {@code until}, in h. */
    static Prescription repeated(int drug, double mass, double interval, double from, double until) {
        return new Prescription(drug, mass, new DoseTimes.Repeated(interval, from, until));
    }

    List<Double> within(double horizon) {
        return times.within(horizon);
    }

    /** Mass in kg within one day from a time, or per day on average. */
    double taken(double time, boolean inOneDay) {
        return mass * (inOneDay ? times.withinDay(time) : times.perDay(time));
    }
}
