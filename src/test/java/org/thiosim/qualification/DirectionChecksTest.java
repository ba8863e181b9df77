package org.thiosim.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thiosim.io.FullModel;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ModelLibrary.Request;
import org.thiosim.qualification.DirectionCheck.Verdict;
import org.thiosim.simulation.CompiledModel;

class DirectionChecksTest {
    private static final ModelLibrary LIBRARY = ModelLibrary.in(Path.of("models"));

    @Test
    void invertedModelIsFoundOut() {
        List<DirectionCheck> checks = inverted();

        assertThat(checks)
                .filteredOn(DirectionCheck::isWrong)
                .extracting(DirectionCheck::effect, DirectionCheck::observable)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("TPMT activity 0.54", "6-TGN"),
                        org.assertj.core.groups.Tuple.tuple("TPMT activity 0.54", "6-MMPR"));
    }

    @Test
    void whatTheHostLacksIsNotApplicableAndSaysWhy() {
        assertThat(inverted())
                .filteredOn(c -> c.observable().equals("DNA-TG"))
                .isNotEmpty()
                .allSatisfy(c -> {
                    assertThat(c.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
                    assertThat(c.found()).startsWith("the model has no ");
                });
    }

    @Test
    void trendsHaveAThreshold() {
        assertThat(Trend.UP.holds(100, 100)).isFalse();
        assertThat(Trend.UP.holds(100, 101)).isTrue();
        assertThat(Trend.DOWN.holds(100, 99)).isTrue();
        assertThat(new Trend.Up(2).holds(100, 199)).isFalse();
        assertThat(new Trend.Unchanged(0.05).holds(100, 104)).isTrue();
        assertThat(new Trend.Unchanged(0.05).holds(100, 94)).isFalse();
        assertThat(Trend.UP.holds(Double.NaN, 1)).isFalse();
    }

    private static List<DirectionCheck> inverted() {
        Request host = new Request("./inverted.yaml", Path.of("src/test/resources/inverted"));
        CompiledModel model = CompiledModel.of(
                FullModel.of(LIBRARY.load(host, List.of()).model().host(), LIBRARY, DirectionChecks.names()));
        return DirectionChecks.of(model, 1);
    }
}
