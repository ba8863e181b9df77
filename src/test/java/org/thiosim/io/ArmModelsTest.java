package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thiosim.io.ScenarioFile.LoadedScenario;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;
import org.thiosim.simulation.TimeCourse;

/** Arms that name a model of their own. */
class ArmModelsTest {
    private static final String DAILY = "[{drug: mercaptopurine, dose: 50 mg/m^2, every: 1 d}]";
    private static final String CHILD = "patient: {weight: 20 kg, bsa: 0.8 m^2}\n";

    @TempDir
    private Path folder;

    private LoadedScenario loaded(String text) throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(file, "scenario: s\n" + text);
        return ScenarioFile.read(file, ModelLibrary.in(Path.of("models")), List.of());
    }

    private SimulationResult run(String text) throws IOException {
        return Simulator.run(loaded(text).scenario());
    }

    private static TimeCourse course(ArmResult arm, String observable) {
        return found(arm, observable).orElseThrow();
    }

    private static Optional<TimeCourse> found(ArmResult arm, String observable) {
        return arm.timeCourses().stream()
                .filter(c -> c.observable().equals(observable))
                .findFirst();
    }

    @Test
    void levelsOfAnotherModelAreInTheUnitsOfTheScenariosModel() throws IOException {
        String rest = CHILD + "horizon: 4 wk\narms:\n";
        ArmResult alone = run("model: hawwa-2008\n" + rest + "  hawwa: " + DAILY + "\n")
                .arms()
                .get(0);
        ArmResult beside = run("model: thiopurine\n" + rest + "  ours: " + DAILY
                        + "\n  hawwa: {model: hawwa-2008, regimen: " + DAILY + "}\n")
                .arms()
                .get(1);

        double[] own = course(alone, "6-TGN").values();
        TimeCourse common = course(beside, "6-TGN");
        double picomolPerMilligram = 1e6 / 167.19 * 0.1;
        assertThat(course(alone, "6-TGN").unit()).isEqualTo("mg/L RBC");
        assertThat(common.unit()).isEqualTo("pmol/8e8 RBC");
        assertThat(common.values()[common.values().length - 1])
                .isCloseTo(own[own.length - 1] * picomolPerMilligram, within(1e-3));
        assertThat(course(beside, "6-mMPN").unit()).isEqualTo("mg/L RBC");
    }

    @Test
    void aLevelThatCannotBeConvertedStandsByItself() throws IOException {
        SimulationResult result = run("model: thiopurine\nhorizon: 2 wk\narms:\n"
                + "  ours: [{drug: azathioprine, dose: 100 mg, every: 1 d}]\n"
                + "  lin: {model: lin-2021, regimen: [{drug: azathioprine, dose: 100 mg, every: 1 d}]}\n"
                + "outputs: {observables: [6-TGN]}\n");

        assertThat(result.scenario().outputs().observables()).containsExactly("6-TGN", "6-TGN of lin-2021");
        assertThat(found(result.arms().get(1), "6-TGN")).isEmpty();
        assertThat(course(result.arms().get(1), "6-TGN of lin-2021").unit()).isEqualTo("mg/L");
        assertThat(result.scenario().comparesModels()).isTrue();
    }

    @Test
    void modelsThatShareWhatTheScenariosModelLacksAgreeOnAUnit() throws IOException {
        String dose = "regimen: [{drug: allopurinol, dose: 100 mg, every: 1 d}]";
        SimulationResult result = run("model: thiopurine\nhorizon: 2 wk\narms:\n"
                + "  none: [{drug: azathioprine, dose: 100 mg, every: 1 d}]\n"
                + "  wright: {model: wright-2016, " + dose + "}\n"
                + "  stocker: {model: stocker-2012, " + dose + "}\n"
                + "outputs: {observables: [oxypurinol plasma]}\n");

        List<ArmResult> arms = result.arms();
        assertThat(arms.get(0).timeCourses()).isEmpty();
        assertThat(course(arms.get(1), "oxypurinol plasma").unit())
                .isEqualTo(course(arms.get(2), "oxypurinol plasma").unit());
    }

    @Test
    void allopurinolActsOnAModelThatHasTheEnzymeAndSaysWhereItHasNot() throws IOException {
        String doses =
                "[{drug: mercaptopurine, dose: 25 mg, every: 1 d}, {drug: allopurinol, dose: 100 mg, every: 1 d}]";
        String alone = "[{drug: mercaptopurine, dose: 25 mg, every: 1 d}]";
        List<ArmResult> arms = run("model: ogungbenro-2015\nhorizon: 4 wk\narms:\n  without: " + alone
                        + "\n  pbpk: {model: ogungbenro-2015, with: [allopurinol], regimen: " + doses + "}\n"
                        + "  hawwa: {model: hawwa-2008, with: [allopurinol], regimen: " + doses + "}\n"
                        + "outputs: {observables: [6-TGN, 6-MP plasma]}\n")
                .arms();

        double[] without = course(arms.get(0), "6-TGN").values();
        double[] with = course(arms.get(1), "6-TGN").values();
        assertThat(with[with.length - 1]).isGreaterThan(2 * without[without.length - 1]);
        assertThat(arms.get(1).notices()).noneMatch(n -> n.contains("Not modelled here"));
        assertThat(arms.get(2).notices())
                .anyMatch(n -> n.contains("Not modelled here") && n.contains("hawwa-2008 has no reaction by XO"));
    }

    @Test
    void whatAModelDoesNotKnowOfThePatientIsSaid() throws IOException {
        List<ArmResult> arms = run("model: thiopurine\npatient: {weight: 20 kg, bsa: 0.8 m^2, tpmt: intermediate}\n"
                        + "horizon: 1 wk\narms:\n  ours: " + DAILY + "\n  jost: {model: jost-2020, regimen: " + DAILY
                        + "}\n  pbpk: {model: ogungbenro-2015, regimen: " + DAILY + "}\n")
                .arms();

        String leftOut = "The patient's tpmt is left out: jost-2020 does not depend on it";
        assertThat(arms.get(0).notices()).noneMatch(n -> n.contains("left out"));
        assertThat(arms.get(1).notices()).contains(leftOut);
        assertThat(arms.get(2).notices())
                .noneMatch(n -> n.contains("left out"))
                .contains("weight 20 kg lies outside the range studied, 60 kg to 80 kg");
    }

    @Test
    void theManifestNamesEveryModelOfEveryArm() throws IOException {
        String text = "model: thiopurine\n" + CHILD + "horizon: 1 wk\narms:\n  ours: " + DAILY
                + "\n  hawwa: {model: hawwa-2008, with: [allopurinol], regimen: " + DAILY + "}\n";
        LoadedScenario loaded = loaded(text);

        String manifest = manifest(loaded);

        assertThat(manifest)
                .contains("models/hawwa-2008.yaml", "models/interactions/allopurinol.yaml", "models/thiopurine.yaml")
                .containsPattern("\"allopurinol\" : \"136.11")
                .containsPattern("\"model\" : \\[\\s+\"hawwa-2008\",\\s+\"allopurinol\"");
        assertThat(manifest(loaded(text))).isEqualTo(manifest);
    }

    private static String manifest(LoadedScenario loaded) {
        return new String(
                Manifest.of(loaded, Manifest.WhatIf.NONE, Simulator.run(loaded.scenario()), "test"),
                StandardCharsets.UTF_8);
    }

    @Test
    void measuredLevelsAreConvertedByTheModelOfTheirArm() throws IOException {
        LoadedScenario loaded = loaded("model: thiopurine\n" + CHILD + "horizon: 4 wk\narms:\n  ours: " + DAILY
                + "\n  hawwa: {model: hawwa-2008, regimen: " + DAILY + "}\n");
        Path levels = folder.resolve("levels.csv");
        Files.writeString(levels, "time,observable,value,unit,arm\n1 wk,6-mMPN,12,mg/L RBC,hawwa\n");

        assertThat(LevelsFile.read(YamlSource.read(levels), loaded.scenario()))
                .containsExactly(new LevelsFile.Level("hawwa", "6-mMPN", 168, 12, "mg/L RBC"));
    }
}
