package org.thiosim.report;

import static org.thiosim.units.Clock.DAY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.thiosim.dosing.DoseEvent;
import org.thiosim.model.Drug;
import org.thiosim.model.Model;
import org.thiosim.model.Species;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.TimeWindow;

/** How much was taken of the drugs whose substance most of the enzymes carry, µmol a day on average over a phase. */
final class DrugTaken {

    private final SimulationResult result;
    private final RunRecord run;
    private final Map<String, String> groups = new HashMap<>();

    DrugTaken(SimulationResult result, RunRecord run) {
        this.result = result;
        this.run = run;
        run.network().flows().forEach(f -> join(f.from(), f.to()));
    }

    /** µmol a day of each arm. */
    double[] perDay(TimeWindow phase) {
        String main = main();
        List<ArmResult> arms = result.arms();
        double[] perDay = new double[arms.size()];
        for (int i = 0; i < perDay.length; i++) {
            Arm arm = arms.get(i).arm();
            for (DoseEvent dose : arm.regimen().events(result.scenario().horizon(), arm.size())) {
                if (dose.time() >= phase.from() && dose.time() < phase.to()) {
                    perDay[i] += micromoles(dose, arm.model().model(), main) / phase.length() * DAY;
                }
            }
        }
        return perDay;
    }

    private double micromoles(DoseEvent dose, Model model, String main) {
        Optional<Drug> drug = Optional.ofNullable(model.inputs().drugs().get(dose.drug()));
        boolean counts = drug.flatMap(d -> Optional.ofNullable(d.routes().get(dose.route())))
                .filter(target -> root(target).equals(main))
                .flatMap(target -> Optional.ofNullable(model.network().species().get(target)))
                .filter(s -> s.kind() == Species.Kind.AMOUNT)
                .isPresent();
        if (!counts) {
            return 0;
        }
        Drug taken = drug.orElseThrow();
        double molarMass = taken.molarMass(dose.form()).canonical();
        return dose.mass() / molarMass / Species.Kind.AMOUNT.unit().factor();
    }

    /** The group of connected species in which most enzymes work. */
    private String main() {
        Map<String, Integer> enzymes = new TreeMap<>();
        run.network().flows().stream()
                .filter(f -> !f.enzyme().isEmpty())
                .forEach(f -> enzymes.merge(root(f.from()), 1, Integer::sum));
        return enzymes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private void join(String one, String other) {
        String first = root(one);
        String second = root(other);
        if (!first.equals(second)) {
            groups.put(second, first);
        }
    }

    private String root(String species) {
        String at = species;
        for (String up = groups.getOrDefault(at, at); !up.equals(at); up = groups.getOrDefault(at, at)) {
            at = up;
        }
        return at;
    }
}
