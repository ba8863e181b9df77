package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.PublishedFigures;
import org.thiosim.model.ModelPart;
import org.thiosim.simulation.PublishedFigure;

/** Recomputes the figures that the sources of the library's models print. */
class PublishedFiguresTest {

    static Stream<Arguments> figures() {
        return Scenarios.LIBRARY.entries().stream()
                .filter(e -> e.part().header().kind() == ModelPart.Kind.MODEL)
                .map(ModelLibrary.Entry::id)
                .flatMap(id ->
                        PublishedFigures.of(Scenarios.LIBRARY, id).stream().map(f -> Arguments.of(id, f.what(), f)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("figures")
    void aPublishedFigureIsReproduced(String model, String what, PublishedFigure figure) {
        PublishedFigure.Recomputed recomputed = figure.recompute();

        assertThat(recomputed.deviation())
                .as("%s gives %s, published is %s", model, recomputed.value(), figure.published())
                .isBetween(-figure.within(), figure.within());
        if (figure.arithmetic()) {
            assertThat(figure.within()).as("arithmetic agrees to a thousandth").isLessThanOrEqualTo(0.001);
        }
    }

    @ParameterizedTest
    @MethodSource("publishedModels")
    void aPublishedModelHasFiguresToBeHeldTo(String model) {
        assertThat(PublishedFigures.of(Scenarios.LIBRARY, model)).isNotEmpty();
    }

    static List<String> publishedModels() {
        return Scenarios.LIBRARY.entries().stream()
                .filter(e -> e.part().header().kind() == ModelPart.Kind.MODEL)
                .map(ModelLibrary.Entry::id)
                .filter(id -> !id.equals("thiopurine"))
                .toList();
    }
}
