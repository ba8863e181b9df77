package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChartCommandTest {
    private Path temporary = Path.of("");

    private Path out = Path.of("");

    @BeforeAll
    void run(@TempDir Path folder) {
        temporary = folder;
        out = temporary.resolve("out");
        Program run = Program.run(
                "run", "scenarios/single/tpmt-genotypes.yaml", "-o", out.toString(), "--set", "horizon=18 wk");
        assertThat(run.code()).as(run.err()).isZero();
    }

    @Test
    void redrawnPicturesEqualThoseOfTheRunByteForByte() throws IOException {
        Map<String, List<Byte>> before = pictures();
        Files.writeString(out.resolve("charts/overview.svg"), "spoilt");
        Program program = Program.run("chart", out.toString());

        assertThat(program.code()).as(program.err()).isZero();
        assertThat(before).hasSizeGreaterThan(10);
        assertThat(pictures()).isEqualTo(before);
    }

    @Test
    void armsOfThePathwayCanBeChosenAndMistakesSayWhatIsAllowed() throws IOException {
        assertThat(Program.run("chart", out.toString(), "--arms", "normal,intermediate")
                        .code())
                .isZero();
        assertThat(Files.readString(out.resolve("charts/pathway.svg"))).contains(">intermediate<");
        Program wrong = Program.run("chart", out.toString(), "--arms", "normal,nobody");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("normal, intermediate, poor");
        assertThat(Program.run("chart", out.toString()).code()).isZero();
    }

    @Test
    void folderWithoutResultsIsRefused() {
        Program program = Program.run("chart", temporary.toString());
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("holds no results of thiosim");
    }

    @Test
    void wideTableHasOneColumnPerArmAndObservable() throws IOException {
        List<String> wide = Files.readAllLines(out.resolve("timecourse-wide.csv"));
        long rows = Files.readAllLines(out.resolve("timecourse.csv")).stream()
                .filter(l -> l.startsWith("normal,0,") && l.contains(",6-TGN,"))
                .count();
        assertThat(wide.get(0)).startsWith("time_h,normal: 6-TGN (pmol/8e8 RBC),normal: 6-MMPR (pmol/8e8 RBC)");
        assertThat(wide)
                .hasSize((int) rows + 1)
                .allSatisfy(l -> assertThat(l.split(",", -1)).hasSize(1 + 3 * 6));
    }

    @Test
    void sampledDaysHoldThePlasmaCurveEveryQuarterOfAnHour() throws IOException {
        List<String> days = Files.readAllLines(out.resolve("timecourse-day.csv"));
        assertThat(days.stream().filter(l -> l.startsWith("normal,")))
                .hasSize(97)
                .allMatch(l -> l.contains("6-MP plasma"));
    }

    private Map<String, List<Byte>> pictures() throws IOException {
        Map<String, List<Byte>> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(out.resolve("charts"))) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                List<Byte> boxed = new java.util.ArrayList<>(bytes.length);
                for (byte b : bytes) {
                    boxed.add(b);
                }
                contents.put(String.valueOf(file.getFileName()), boxed);
            }
        }
        return contents;
    }
}
