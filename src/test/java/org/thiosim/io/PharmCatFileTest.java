package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.genetics.Diplotype;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneCall;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.Phenotype;

class PharmCatFileTest {
    private static final GeneticData DATA = GeneticTables.builtIn();

    private static Map<Gene, GeneCall> read(String text) {
        return PharmCatFile.read(new YamlSource("calls", text), DATA);
    }

    private static GeneCall call(Map<Gene, GeneCall> calls, Gene gene) {
        return Optional.ofNullable(calls.get(gene)).orElseThrow();
    }

    private static Finding firstFinding(String text) {
        return catchThrowableOfType(InputException.class, () -> read(text))
                .findings()
                .get(0);
    }

    private static String allele(String name, String function) {
        return "{\"gene\": \"X\", \"name\": \"" + name + "\", \"function\": " + function + ", \"reference\": false}";
    }

    private static String diplotype(String first, String second, String phenotype) {
        return "{\"allele1\": " + allele(first, "\"No function\"") + ",\n\t\"allele2\": "
                + allele(second, "\"No function\"") + ", \"phenotypes\": [\"" + phenotype + "\"],\n\t\"label\": \""
                + first + "/" + second + "\", \"inferred\": false, \"activityScore\": null}";
    }

    private static String report(String diplotypes, boolean phased) {
        return "{\"geneSymbol\": \"TPMT\", \"chr\": \"chr6\", \"phased\": " + phased + ", \"effectivelyPhased\": "
                + phased + ",\n \"sourceDiplotypes\": [" + diplotypes + "]}";
    }

    private static String json(String reports) {
        return "{\n \"matcherMetadata\": null,\n \"geneReports\": {" + reports + "}\n}\n";
    }

    @Test
    void phenotyperReportGivesTheDiplotype() {
        String text = json("\"CYP2D6\": {\"anything\": [1]},\n \"TPMT\": "
                + report(diplotype("*3A", "*1", "Intermediate Metabolizer"), false));

        GeneCall call = call(read(text), Gene.TPMT);

        assertThat(call.candidates()).containsExactly(Diplotype.parse("TPMT *1/*3A"));
        assertThat(call.stated()).contains(Phenotype.INTERMEDIATE);
        assertThat(call.notes()).isEmpty();
        assertThat(call.phenotypes(DATA.alleles(Gene.TPMT))).containsExactly(Phenotype.INTERMEDIATE, Phenotype.POOR);
        assertThat(read(text)).doesNotContainKey(Gene.NUDT15);
    }

    @Test
    void aPhasedReportIsNotAmbiguous() {
        String text = json("\"TPMT\": " + report(diplotype("*1", "*3A", "Intermediate Metabolizer"), true));

        assertThat(call(read(text), Gene.TPMT).phenotypes(DATA.alleles(Gene.TPMT)))
                .containsExactly(Phenotype.INTERMEDIATE);
    }

    @Test
    void reportsBySourceAreReadToo() {
        String text = json("\"CPIC\": {\"NUDT15\": " + report(diplotype("*3", "*3", "Poor Metabolizer"), false) + "}");

        assertThat(call(read(text), Gene.NUDT15).candidates()).containsExactly(Diplotype.parse("NUDT15 *3/*3"));
    }

    @Test
    void severalDiplotypesAreAllCandidates() {
        String text = json("\"TPMT\": "
                + report(
                        diplotype("*1", "*3A", "Intermediate Metabolizer") + ", "
                                + diplotype("*3B", "*3C", "Poor Metabolizer"),
                        false));

        GeneCall call = call(read(text), Gene.TPMT);

        assertThat(call.candidates()).hasSize(2);
        assertThat(call.stated()).isEmpty();
        assertThat(call.notes()).singleElement().asString().contains("different phenotypes");
    }

    @Test
    void aGeneThatWasNotCalledSaysWhy() {
        String text = json("\"TPMT\": " + report(diplotype("Unknown", "Unknown", "No Result"), false));

        GeneCall call = call(read(text), Gene.TPMT);

        assertThat(call.isCalled()).isFalse();
        assertThat(call.notes()).containsExactly("PharmCAT made no call of TPMT: Unknown/Unknown");
    }

    @Test
    void anAlleleWithoutAssignedFunctionIsNoCall() {
        String text = json("\"NUDT15\": {\"phased\": false, \"sourceDiplotypes\": [{\"allele1\": "
                + allele("*1", "\"Normal function\"") + ", \"allele2\": " + allele("*14", "\"Unassigned function\"")
                + ", \"phenotypes\": [\"n/a\"], \"label\": \"*1/*14\"}]}");

        assertThat(call(read(text), Gene.NUDT15).notes())
                .singleElement()
                .asString()
                .contains("*1/*14 holds an allele to which CPIC has assigned no function");
    }

    @Test
    void aDisagreementWithTheTableIsNoted() {
        String text = json("\"NUDT15\": " + report(diplotype("*1", "*9", "Indeterminate"), false));

        assertThat(call(read(text), Gene.NUDT15).notes())
                .singleElement()
                .asString()
                .startsWith("the file states Indeterminate for NUDT15 *1/*9, ")
                .endsWith("gives Intermediate Metabolizer");
    }

    @Test
    void anUnknownAlleleInAReportIsAFindingWithItsPlace() {
        Finding finding = firstFinding(json("\"TPMT\": " + report(diplotype("*1", "*3D", "Indeterminate"), false)));

        assertThat(finding.message()).contains("TPMT has no allele *3D").contains("near matches: *3A");
        assertThat(finding.line()).isEqualTo(6);
        assertThat(finding.excerpt()).contains("label");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"geneReports\": {\"TPMT\": {\"phased\": false}}}~needs 'sourceDiplotypes'",
                "{\"geneReports\": {\"TPMT\": [1, 2]}}~must be a mapping",
                "{\"other\": {}}~no 'geneReports'",
                "{\"geneReports\": {~not valid YAML",
                "{\"geneReports\": {\"CYP2D6\": {}}}~holds no call of TPMT or NUDT15",
                "{\"geneReports\": {\"TPMT\": {\"sourceDiplotypes\": [7]}}}~must be a mapping",
            },
            quoteCharacter = '`')
    void aBrokenReportIsRefused(String text, String message) {
        assertThat(firstFinding(text).message()).contains(message);
    }

    @Test
    void outsideCallsAreReadFromTabs() {
        Map<Gene, GeneCall> calls = read("# gene\tdiplotype\n\nCYP2D6\t*1/*3\nTPMT\tTPMT*3A/TPMT*1\n"
                + "NUDT15\t\tNUDT15 intermediate metaboliser\t\n");

        assertThat(call(calls, Gene.TPMT).candidates()).containsExactly(Diplotype.parse("TPMT *1/*3A"));
        assertThat(call(calls, Gene.NUDT15).candidates()).isEmpty();
        assertThat(call(calls, Gene.NUDT15).phenotypes(DATA.alleles(Gene.NUDT15)))
                .containsExactly(Phenotype.INTERMEDIATE);
    }

    @Test
    void alternativeOutsideCallsAreAllCandidates() {
        assertThat(call(read("\uFEFFTPMT\t*1/*3A or *3B/*3C\r\n"), Gene.TPMT).candidates())
                .containsExactly(Diplotype.parse("TPMT *1/*3A"), Diplotype.parse("TPMT *3B/*3C"));
        assertThat(call(read("TPMT\t./.\n"), Gene.TPMT).isCalled()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "TPMT *1/*3A~1~expected at least a gene and a diplotype with a tab",
                "TPMT|~6~needs a diplotype or a phenotype",
                "TPMT||~6~needs a diplotype or a phenotype",
                "TPMT|||0.5~6~it has no activity score",
                "|*1/*3A~1~no gene",
                "TPMT|*1/*3D~6~near matches: *3A",
                "TPMT|*1/*3A|rapid~13~unknown phenotype 'rapid'",
                "TPMT|a|b|c|d~12~has 5 fields",
            })
    void aBrokenOutsideCallIsRefusedWithItsColumn(String text, int column, String message) {
        Finding finding = firstFinding("# calls\n" + text.replace('|', '\t') + "\n");

        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.column()).isEqualTo(column);
        assertThat(finding.message()).contains(message);
    }

    @Test
    void everyBrokenLineIsReportedAtOnce() {
        InputException e =
                catchThrowableOfType(InputException.class, () -> read("TPMT\t*1/*99\nNUDT15\t*1\nTPMT\t*1/*1\n"));

        assertThat(e.findings()).extracting(Finding::line).containsExactly(1, 2);
    }

    @Test
    void aFileIsReadFromDisk(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("calls.tsv"), "NUDT15\t*1/*3\n");

        assertThat(PharmCatFile.read(file, DATA)).containsOnlyKeys(Gene.NUDT15);
        assertThatThrownBy(() -> PharmCatFile.read(folder.resolve("none.tsv"), DATA))
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> read("CYP2D6\t*1/*1\n")).hasMessageContaining("holds no call of TPMT or NUDT15");
    }
}
