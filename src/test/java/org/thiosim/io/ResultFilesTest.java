package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.io.ScenarioFile.LoadedScenario;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;
import org.thiosim.simulation.TimeCourse;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultFilesTest {
    private final Map<String, byte[]> files = new TreeMap<>();
    private List<RunRecord> records = List.of();

    @BeforeAll
    void run() {
        LoadedScenario loaded = ScenarioFile.read(
                Path.of("scenarios/single/single-dose.yaml"), ModelLibrary.in(Path.of("models")), List.of());
        SimulationResult result = Simulator.run(loaded.scenario());
        files.put("timecourse.csv", ResultTables.timeCourse(result));
        files.put("fluxes.csv", ResultTables.fluxes(result));
        files.put("manifest.json", Manifest.of(loaded, result, "test"));
        records = List.of(RunRecord.of(result), ResultFiles.of(files));
    }

    @Test
    void recordReadBackIsTheRecordThatWasWritten() {
        RunRecord written = records.get(0);
        RunRecord read = records.get(1);
        assertThat(read.head().id()).isEqualTo(written.head().id());
        assertThat(read.head()).isEqualTo(written.head());
        assertThat(read.phases()).isEqualTo(written.phases());
        assertThat(read.arms()).isEqualTo(written.arms());
        assertThat(read.observables()).isEqualTo(written.observables());
        assertThat(read.network().species()).isEqualTo(written.network().species());
        assertThat(read.network().processes()).isEqualTo(written.network().processes());
    }

    @Test
    void curvesAndFlowsKeepTenDigits() {
        RunRecord written = records.get(0);
        RunRecord read = records.get(1);
        assertThat(read.curves().whole()).hasSameSizeAs(written.curves().whole());
        for (int i = 0; i < read.curves().whole().size(); i++) {
            TimeCourse one = written.curves().whole().get(i);
            TimeCourse other = read.curves().whole().get(i);
            assertThat(other.hours()).isEqualTo(one.hours());
            for (int k = 0; k < one.values().length; k++) {
                double most = 1e-9 * Math.abs(one.values()[k]);
                assertThat(Math.abs(other.values()[k] - one.values()[k])).isLessThanOrEqualTo(most);
            }
        }
        assertThat(read.network().flows()).hasSameSizeAs(written.network().flows());
    }

    @ParameterizedTest
    @CsvSource({"fluxes.csv, is missing", "timecourse.csv, is missing", "manifest.json, is missing"})
    void missingFileIsNamed(String file, String message) {
        Map<String, byte[]> fewer = new TreeMap<>(files);
        fewer.remove(file);
        assertThatThrownBy(() -> ResultFiles.of(fewer))
                .isInstanceOf(InputException.class)
                .satisfies(e ->
                        assertThat(((InputException) e).findings().toString()).contains(file, message));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"program\": 3', is not JSON",
        "'{\"program\": \"thiosim\"}', has no 'charts'",
        "'{\"charts\": 3}', has no 'title'",
        "'{\"scenario\": \"x\", \"charts\": {\"title\": 3}}', where a text belongs"
    })
    void spoiltManifestIsRefusedWithItsFault(String manifest, String message) {
        Map<String, byte[]> spoilt = new TreeMap<>(files);
        spoilt.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ResultFiles.of(spoilt))
                .isInstanceOf(InputException.class)
                .satisfies(e -> assertThat(((InputException) e).findings().toString())
                        .contains(message.replace("'title'", "'")));
    }

    @Test
    void numberThatIsNoneIsRefusedWithItsLine() {
        Map<String, byte[]> spoilt = new TreeMap<>(files);
        spoilt.put(
                "timecourse.csv",
                "arm,patient,time_h,observable,value,unit\na,0,zero,6-TGN,1,x\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ResultFiles.of(spoilt))
                .satisfies(e ->
                        assertThat(((InputException) e).findings().toString()).contains("line 2", "'zero'"));
    }
}
