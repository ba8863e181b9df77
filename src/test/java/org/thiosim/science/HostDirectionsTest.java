package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.model.EnzymeTag;
import org.thiosim.model.ModelPart;
import org.thiosim.model.Reaction;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.TimeCourse;

/** The directions of TPMT and allopurinol in every model of the library that has both pathways. */
class HostDirectionsTest {

    @TempDir
    private Path folder;

    /** Hosts with a drug, 6-TGN and a methylation by TPMT in red cells. */
    private static Stream<String> hosts() {
        return Scenarios.LIBRARY.entries().stream()
                .filter(e -> e.part().header().kind() == ModelPart.Kind.MODEL)
                .filter(e -> e.part().network().reactions().values().stream()
                        .map(Reaction::enzyme)
                        .anyMatch(t -> t.map(EnzymeTag::toString)
                                .filter("TPMT@rbc-1"::equals)
                                .isPresent()))
                .map(e -> e.id());
    }

    @Test
    void theHostsHeldToTheDirectionsAreAllThatHaveThePathways() {
        assertThat(hosts()).containsExactlyInAnyOrder("thiopurine", "hawwa-2008", "ogungbenro-2015");
    }

    @ParameterizedTest
    @CsvSource({
        "thiopurine, tpmt: intermediate, 6-MMPR",
        "thiopurine, tpmt: poor, 6-MMPR",
        "hawwa-2008, tpmt-variant: heterozygous, 6-mMPN",
        "ogungbenro-2015, tpmt: intermediate, 6-MMPR",
        "ogungbenro-2015, tpmt: poor, 6-MMPR"
    })
    void lessTpmtGivesMoreTgnAndLessMethylation(String host, String genotype, String methylated) throws IOException {
        SimulationResult result = run(
                host, "  plain: [" + DOSE + "]\n  changed: {patient: {" + genotype + "}, regimen: [" + DOSE + "]}\n");

        assertThat(last(result, "changed", "6-TGN")).isGreaterThan(1.3 * last(result, "plain", "6-TGN"));
        assertThat(last(result, "changed", methylated)).isLessThan(0.99 * last(result, "plain", methylated));
    }

    private static final String DOSE = "{drug: mercaptopurine, dose: 75 mg, every: 1 d}";

    @ParameterizedTest
    @CsvSource({"thiopurine, 6-MMPR", "hawwa-2008, 6-mMPN", "ogungbenro-2015, 6-MMPR"})
    void allopurinolGivesMoreTgnAndLessMethylationOrNoneToSee(String host, String methylated) throws IOException {
        SimulationResult result = run(
                host,
                "  plain: [" + DOSE + "]\n  changed: [" + DOSE + ", {drug: allopurinol, dose: 100 mg, every: 1 d}]\n");
        double changed = last(result, "changed", methylated);

        assertThat(last(result, "changed", "6-TGN")).isGreaterThan(2 * last(result, "plain", "6-TGN"));
        assertThat(Double.isNaN(changed) || changed < 0.5 * last(result, "plain", methylated))
                .as(methylated + " " + changed)
                .isTrue();
        if (Double.isNaN(changed)) {
            assertThat(arm(result, "changed").notices()).anyMatch(n -> n.contains("No " + methylated + " is shown"));
        }
    }

    private SimulationResult run(String host, String arms) throws IOException {
        return Scenarios.run(Files.writeString(
                folder.resolve("s.yaml"),
                "scenario: s\nmodel: " + host
                        + "\nwith: [allopurinol]\npatient: {weight: 70 kg, bsa: 1.8 m^2}\nhorizon: 12 wk\narms:\n"
                        + arms
                        + "outputs: {every: 1 wk}\nsolver: {relative: 1e-4}\n"));
    }

    private static ArmResult arm(SimulationResult result, String name) {
        return result.arms().stream()
                .filter(a -> a.arm().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double last(SimulationResult result, String arm, String observable) {
        List<TimeCourse> courses = arm(result, arm).timeCourses();
        double[] values = courses.stream()
                .filter(c -> c.observable().equals(observable))
                .findFirst()
                .orElseThrow()
                .values();
        return values[values.length - 1];
    }
}
