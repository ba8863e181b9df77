package org.thiosim.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.thiosim.io.ModelLibrary;

/** What a model may not say, beyond names and dimensions. */
class ModelCheckTest {
    private static final Model BASE =
            ModelLibrary.in(Path.of("models")).load("thiopurine", List.of()).model();

    private static Model with(Map<String, ParameterSet> sets, List<Correlation> correlations) {
        ModelPart.Numbers numbers = BASE.numbers();
        return new Model(
                BASE.parts(),
                BASE.inputs(),
                BASE.network(),
                new ModelPart.Numbers(numbers.parameters(), sets, correlations, numbers.individual(), numbers.scales()),
                BASE.outputs());
    }

    private static List<String> correlated(String... pairs) {
        List<Correlation> correlations = new ArrayList<>();
        for (String pair : pairs) {
            correlations.add(new Correlation(pair.split(" ")[0], pair.split(" ")[1], 0.5, Provenance.NONE));
        }
        return ModelCheck.flaws(with(BASE.numbers().sets(), correlations)).stream()
                .map(Flaw::message)
                .toList();
    }

    @Test
    void aParameterSetStatesNoVariability() {
        Parameter fa =
                Optional.ofNullable(BASE.numbers().parameters().get("fa")).orElseThrow();
        Parameter varied = new Parameter("fa", fa.typical(), OptionalDouble.of(0.4), "sd-log 0.4", fa.provenance());
        Map<String, ParameterSet> sets = new LinkedHashMap<>(BASE.numbers().sets());
        sets.put("varied", new ParameterSet("varied", "varied", false, Map.of("fa", varied)));

        assertThat(ModelCheck.flaws(with(sets, List.of())))
                .extracting(Flaw::message)
                .containsExactly("a set replaces the typical value alone; the variability of fa stands with the"
                        + " parameter itself");
    }

    @Test
    void correlationsThatCanAllBeDrawnAreAccepted() {
        assertThat(correlated("ka fa", "fa k-tgn", "ka vm-mmpr")).isEmpty();
    }

    @Test
    void aCorrelationThatWouldUndoAnEarlierOneIsRefused() {
        assertThat(correlated("ka fa", "k-tgn fa"))
                .containsExactly("fa has a correlation already; a further one of k-tgn and fa is drawn only where it"
                        + " stands first: between: [fa, k-tgn]");
        assertThat(correlated("fa k-tgn", "ka fa")).hasSize(1);
    }

    @Test
    void aParameterWithoutVariabilityHasNoCorrelation() {
        assertThat(correlated("ka q-liver-70"))
                .containsExactly("q-liver-70 has no variability that could be correlated");
    }
}
