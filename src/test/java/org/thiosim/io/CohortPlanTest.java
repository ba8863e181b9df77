package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.thiosim.cohort.Share;

class CohortPlanTest {
    private static final String LIST = "outputs.observables=[6-TGN, 6-MMPR, neutrophils]";

    private static CohortPlan plan(long seed, String... settings) {
        return CohortPlan.of(
                CohortFile.read(
                        Path.of("scenarios/cohort/european-ibd.yaml"),
                        ModelLibrary.in(Path.of("models")),
                        PopulationLibrary.in(Path.of("scenarios/populations")),
                        Arrays.stream(settings).map(Setting::parse).toList(),
                        OptionalLong.of(8),
                        OptionalLong.of(seed)),
                Share.WHOLE,
                "1");
    }

    @Test
    void aSettingBehindAListIsComparedToo() {
        CohortPlan week = plan(1, LIST, "horizon=1 wk");

        assertThat(week.differences(plan(1, LIST, "horizon=2 wk")))
                .containsExactly("settings " + LIST + ", horizon=1 wk (here " + LIST + ", horizon=2 wk)");
        assertThat(plan(1).differences(plan(1, "horizon=2 wk"))).containsExactly("settings none (here horizon=2 wk)");
        assertThat(week.differences(plan(1, LIST, "horizon=1 wk"))).isEmpty();
    }

    @Test
    void seedsThatDifferInTheLastOfManyDigitsDiffer() {
        CohortPlan plan = plan(9_007_199_254_740_993L);

        assertThat(plan.seed()).isEqualTo(9_007_199_254_740_993L);
        assertThat(plan.differences(plan(9_007_199_254_740_992L)))
                .containsExactly("seed 9007199254740993 (here 9007199254740992)");
    }

    @Test
    void aFileThatDiffersIsNamed() {
        CohortPlan plan = plan(1);
        CohortPlan other = CohortPlan.read(plan.text().replaceFirst("(populations/[^\"]*\" : \")..", "$1zz"));

        assertThat(plan.differences(other)).hasSize(1).first().asString().startsWith("files populations/");
    }
}
