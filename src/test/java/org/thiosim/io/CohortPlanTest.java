package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void anotherBuildOfTheSameVersionDiffers() {
        CohortPlan plan = plan(1);
        CohortPlan other = CohortPlan.read(plan.text().replaceFirst("(\"build\" : \")[0-9a-f]{12}", "$1000000000000"));
        CohortPlan older = CohortPlan.read(plan.text().replaceFirst(" *\"build\" : [^,]*,\\n", ""));

        assertThat(plan.differences(plan(1))).isEmpty();
        assertThat(plan.differences(other)).hasSize(1).first().asString().endsWith("(here 000000000000)");
        assertThat(older.text()).doesNotContain("build");
        assertThat(older.differences(plan)).hasSize(1).first().asString().startsWith("build unknown of the program");
    }

    @Test
    void theDigestOfABuildFollowsTheClassesThatCalculate(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("ode"));
        Files.createDirectories(folder.resolve("report"));
        Files.writeString(folder.resolve("ode/Solver.class"), "one");
        Files.writeString(folder.resolve("report/Page.class"), "one");
        String before = ProgramBuild.digest(folder);

        Files.writeString(folder.resolve("report/Page.class"), "two");
        assertThat(ProgramBuild.digest(folder)).isEqualTo(before).matches("[0-9a-f]{12}");
        Files.writeString(folder.resolve("ode/Solver.class"), "two");
        String changed = ProgramBuild.digest(folder);
        assertThat(changed).isNotEqualTo(before);
        Files.move(folder.resolve("ode/Solver.class"), folder.resolve("ode/Other.class"));
        assertThat(ProgramBuild.digest(folder)).isNotEqualTo(changed);
    }
}
