package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thiosim.model.Known;
import org.thiosim.model.ModelPart;

/**
 * What every model of the library must do, for each of its drugs. A model that cannot yet is named in {@code
 * quarantine.txt} as {@code MODEL DRUG}; a name there that has started to work fails, so that the list only shrinks.
 */
class LibraryGatesTest {
    private static final Path QUARANTINE = Path.of("src/test/resources/quarantine.txt");

    @TempDir
    private Path folder;

    static Stream<Arguments> modelsAndDrugs() {
        return Scenarios.LIBRARY.entries().stream()
                .filter(e -> e.part().header().kind() == ModelPart.Kind.MODEL)
                .flatMap(e -> e.part().inputs().drugs().keySet().stream().map(d -> Arguments.of(e.id(), d)));
    }

    @ParameterizedTest
    @MethodSource("modelsAndDrugs")
    void aModelAnswersToADoseConservesItAndStaysPositive(String model, String drug) throws IOException {
        Set<String> quarantined = quarantined();
        if (quarantined.contains(model + " " + drug)) {
            assertThatThrownBy(() -> new ModelGate(Scenarios.LIBRARY, folder).pass(model, drug))
                    .as("works now; take it off the list")
                    .isNotNull();
        } else {
            new ModelGate(Scenarios.LIBRARY, folder).pass(model, drug);
        }
    }

    @Test
    void everyQuarantinedNameExists() throws IOException {
        Set<String> known =
                modelsAndDrugs().map(a -> a.get()[0] + " " + a.get()[1]).collect(Collectors.toSet());

        assertThat(known).containsAll(quarantined());
    }

    static Stream<Arguments> modules() {
        return Scenarios.LIBRARY.entries().stream()
                .filter(e -> e.part().header().kind() != ModelPart.Kind.MODEL)
                .map(e -> Arguments.of(e.id(), e.part()));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void whatAModuleTakesFromLiteratureCitesAPublication(String id, ModelPart part) {
        part.numbers().parameters().values().stream()
                .filter(p -> p.provenance().known() == Known.LITERATURE)
                .forEach(p -> assertThat(p.provenance().sources())
                        .as(id + " " + p.id())
                        .isNotEmpty()
                        .allSatisfy(s -> assertThat(part.sources().get(s).text())
                                .containsPattern("\\b(19|20)[0-9]{2}\\b|doi|PMID")));
    }

    @Test
    void theLimitOf6MmprIsCitedAsInTheModelThatDrawsIt() {
        ModelPart outcomes = part("outcomes");
        String limit = outcomes.numbers()
                .parameters()
                .get("mmpr-limit")
                .provenance()
                .sources()
                .get(0);
        String window = part("thiopurine").sources().get("dubinsky-2000").cite();

        assertThat(outcomes.sources().get(limit).cite()).contains("5700").startsWith(window.split(":")[0]);
    }

    @Test
    void theLimitOfMethylatedNucleotidesIsThatOfBowelDiseaseLikeTheWindowOfThioguanineNucleotides() {
        assertThat(List.of("6-TGN", "6-MMPR"))
                .allSatisfy(o -> assertThat(part("thiopurine")
                                .outputs()
                                .observables()
                                .get(o)
                                .window()
                                .orElseThrow()
                                .scope()
                                .parameterSet())
                        .as(o)
                        .contains("ibd"));
    }

    private static ModelPart part(String id) {
        return Scenarios.LIBRARY.entries().stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow()
                .part();
    }

    private static Set<String> quarantined() throws IOException {
        return Files.readAllLines(QUARANTINE).stream()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .map(String::strip)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
