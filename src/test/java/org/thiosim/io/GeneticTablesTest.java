package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneticData;

class GeneticTablesTest {
    private static final Path TABLES = Path.of("models", "genetics");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTables() throws IOException {
        try (Stream<Path> files = Files.list(TABLES)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private List<Finding> findings() {
        return catchThrowableOfType(InputException.class, () -> GeneticTables.in(folder))
                .findings();
    }

    private void replace(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replaceFirst(Pattern.quote(from), to));
    }

    @Test
    void aFolderGivesTheTablesOfTheProgram() {
        GeneticData builtIn = GeneticTables.builtIn();

        assertThat(GeneticTables.in(folder)).isEqualTo(builtIn);
        assertThat(builtIn.alleles(Gene.TPMT).alleles()).hasSize(43);
        assertThat(builtIn.alleles(Gene.NUDT15).alleles()).hasSize(9);
        assertThat(builtIn.alleles(Gene.TPMT).version().source()).contains("5431bf11");
        assertThat(builtIn.guidelines()).extracting(g -> g.id()).containsExactly("cpic", "dpwg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "tpmt-alleles.csv~*2,No function~*2,No funktion~9~4~did you mean 'No function'?",
                "tpmt-alleles.csv~*4,No function~4,No function~13~1~did you mean '*4'?",
                "tpmt-alleles.csv~*4,No function~*2,No function~13~1~TPMT *2 stands twice",
                "tpmt-alleles.csv~allele,function,~allele,funktion,~7~1~column 'function' is missing",
                "tpmt-alleles.csv~# version: 2025-11-05~#~1~1~missing [version]",
                "tpmt-alleles.csv~# date: 2025-11-05~# date: May 2025~1~1~must read 2024-03",
                "tpmt-alleles.csv~*4,No function,~*4,~13~1~has 4 fields, the header has 5",
                "nudt15-alleles.csv~*4,Uncertain function,0.22~*4,Uncertain function,low~11~23~expected a number, found 'low'",
                "nudt15-alleles.csv~*4,Uncertain function,0.22~*4,Uncertain function,-1~11~1~must lie between 0 and 2",
                "nudt15-alleles.csv~*1,Normal function,1,,reference~*1,\"Normal function,1,,reference~1~1~not a valid CSV",
                "phenotype-activities.csv~Poor Metabolizer,0.02~Poor Metabolizer,0.9~1~1~TPMT: the activities must satisfy",
                "phenotype-activities.csv~TPMT,Poor Metabolizer~TPMT,Indeterminate~1~1~each of normal, intermediate and poor",
                "tpmt-assays.csv~treatment\",14,~treatment\",0,~6~1~must be above 0",
                "tpmt-assays.csv~sweden,~sheffield,~7~1~'sheffield' stands twice",
                "allele-frequencies.csv~TPMT,*1,African American/Afro-Caribbean,0.923~TPMT,*1,African American/Afro-Caribbean,1.5~7~41~between 0 and 1",
                "allele-frequencies.csv~TPMT,*1,~TPMT,*99,~7~6~TPMT has no allele *99",
                "allele-frequencies.csv~0.923,allele~0.999,allele~1~1~more than 1",
                "allele-frequencies.csv~0.923,allele~0.923,alele~7~47~did you mean 'allele'?",
            })
    void aMistakeInATableIsFoundWithItsPlace(String file, String from, String to, int line, int column, String message)
            throws IOException {
        replace(file, from, to);

        assertThat(findings()).anySatisfy(f -> {
            assertThat(f.file()).endsWith(file);
            assertThat(f.message()).contains(message);
            assertThat(f.line()).isEqualTo(line);
            assertThat(f.column()).isEqualTo(column);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "start: 25 %~start: a quarter~expected a share such as '50 %'",
                "start: 25 %~start: 250 %~at most at 100 %",
                "choose: 100 %~choose: 20 %~lies outside the advised",
                "start: 25 %~advice: some~unknown advice 'some'",
                "start: 25 %~from: 2 mg/kg~needs one of 'start: 30-80 %'",
                "schedule: thrice-weekly~schedule: thrice-week~did you mean 'thrice-weekly'?",
                "from: 2 mg/kg~from: 2 mg/stone~stone",
                "drugs: thioguanine~drugs: tioguanine~did you mean 'thioguanine'?",
                "drugs: thioguanine~drug: thioguanine~unknown key 'drug'",
                "context: malignant~context: any~a second row for",
                "tpmt: poor~tpmt: normal~second row",
                "nudt15: [normal, intermediate, possible-intermediate, poor]~nudt15: [normal, intermediate, poor]~says nothing of azathioprine",
                "date: 2024-03~date: spring~must read 2024-03",
                "    title: CPIC~    titel: CPIC~unknown key 'titel' in guideline 'cpic'",
            })
    void aMistakeInAGuidelineIsFoundWithItsPlace(String from, String to, String message) throws IOException {
        replace("guidelines.yaml", from, to);

        assertThat(findings()).anySatisfy(f -> {
            assertThat(f.file()).endsWith("guidelines.yaml");
            assertThat(f.message()).contains(message);
            assertThat(f.line()).isPositive();
        });
    }

    @Test
    void mistakesOfSeveralFilesAreReportedAtOnce() throws IOException {
        replace("tpmt-alleles.csv", "*2,No function", "*2,no");
        replace("tpmt-assays.csv", "treatment\",12.1", "treatment\",x");
        replace("guidelines.yaml", "start: 25 %", "start: 25");

        assertThat(findings())
                .extracting(f -> Path.of(f.file()).getFileName().toString())
                .contains("tpmt-alleles.csv", "tpmt-assays.csv", "guidelines.yaml");
    }

    @Test
    void aMissingTableIsNamed() throws IOException {
        Files.delete(folder.resolve("tpmt-assays.csv"));

        assertThatThrownBy(() -> GeneticTables.in(folder)).hasMessageContaining("tpmt-assays.csv: no such file");
    }

    @Test
    void anEmptyTableIsRefused() throws IOException {
        Files.writeString(folder.resolve("nudt15-alleles.csv"), "");

        assertThat(findings()).extracting(Finding::message).anyMatch(m -> m.startsWith("has no header"));
    }
}
