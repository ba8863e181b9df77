package org.thiosim.simulation;

import java.util.List;
import java.util.Optional;
import org.thiosim.model.Observable;
import org.thiosim.model.Species;

/**
 * Where the values of an output come from: an observable of the model, or the amount of any species, written {@code
 * amount:SPECIES}.
 *
 * @param state index of the species, or −1
 * @param observable index of the observable, or −1
 * @param factor size of the unit of an amount
 */
record ObservableColumn(int state, int observable, double factor, String unit) {

    /** Whether a model has an output. */
    static boolean exists(CompiledModel compiled, String id) {
        return id.startsWith(Species.AMOUNT_OF)
                ? compiled.model().network().species().containsKey(id.substring(Species.AMOUNT_OF.length()))
                : compiled.model().outputs().observables().containsKey(id);
    }

    static ObservableColumn of(CompiledModel compiled, String id) {
        if (id.startsWith(Species.AMOUNT_OF)) {
            String name = id.substring(Species.AMOUNT_OF.length());
            Species species = Optional.ofNullable(
                            compiled.model().network().species().get(name))
                    .orElseThrow();
            return new ObservableColumn(
                    compiled.indexOf(name),
                    -1,
                    species.kind().unit().factor(),
                    species.kind().unit().text());
        }
        List<String> ids = compiled.observables().stream().map(Observable::id).toList();
        int index = ids.indexOf(id);
        return new ObservableColumn(
                -1, index, 1, compiled.observables().get(index).unit().text());
    }

    double value(double[] states, double[] observables) {
        return state >= 0 ? states[state] / factor : observables[observable];
    }
}
