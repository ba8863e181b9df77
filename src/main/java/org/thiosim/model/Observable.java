package org.thiosim.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.expression.Expression;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/**
 * Something that can be measured or shown: a formula over species and individual quantities, in a unit.
 *
 * @param measure what is measured, before conversion to {@code unit}
 * @param molarMass lets values be compared in mass units
 * @param validity conditions outside which no value is shown
 */
public record Observable(
        String id,
        String title,
        Measure measure,
        Unit unit,
        Optional<Quantity> molarMass,
        Optional<ReferenceWindow> window,
        Validity validity) {

    /** The same measure under a name and in a unit. */
    public Observable as(String name, Unit inUnit) {
        return new Observable(name, title, measure, inUnit, molarMass, window, validity);
    }

    /** What is measured. */
    public sealed interface Measure {
        /** A formula over species, quantities and individual quantities. */
        record Formula(Expression formula) implements Measure {}

        /** What remains of an enzyme's activity, 1 without effects. */
        record Activity(EnzymeTag tag) implements Measure {}
    }

    /** Conditions under which an observable is shown. */
    public record Validity(List<Bound> bounds, Optional<String> parameterSet) {
        public static final Validity ALWAYS = new Validity(List.of(), Optional.empty());

        public Validity {
            bounds = List.copyOf(bounds);
        }
    }

    /** Limits, in canonical units, that another observable must keep, and how they are known. */
    public record Bound(String observable, OptionalDouble low, OptionalDouble high, Provenance provenance) {}

    /**
     * A therapeutic window or limit with whom and what it holds for.
     *
     * @param low lower end; empty for an upper limit
     * @param high upper end; empty for a lower limit
     * @param population in whom it was found
     * @param assay how levels were measured
     * @param sources ids of the file's sources
     */
    public record ReferenceWindow(
            Optional<Quantity> low,
            Optional<Quantity> high,
            String population,
            String assay,
            Scope scope,
            List<String> sources) {
        public ReferenceWindow {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Whom a reference window is meant for.
     *
     * @param parameterSet only patients of this set
     * @param minWeight only patients of this weight or more, kg
     * @param except drugs under which the window says nothing, as it was not found with them
     */
    public record Scope(Optional<String> parameterSet, OptionalDouble minWeight, List<String> except) {
        public Scope {
            except = List.copyOf(except);
        }

        /** Whether it holds for a patient of this parameter set and body weight in kg who takes these drugs. */
        public boolean holds(Optional<String> set, double weight, Collection<String> drugs) {
            return parameterSet.stream().allMatch(s -> set.equals(Optional.of(s)))
                    && minWeight.stream().allMatch(w -> weight >= w)
                    && except.stream().noneMatch(drugs::contains);
        }
    }
}
