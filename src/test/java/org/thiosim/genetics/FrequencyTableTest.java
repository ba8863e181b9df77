package org.thiosim.genetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thiosim.io.GeneticTables;

class FrequencyTableTest {
    private static final FrequencyTable TABLE = GeneticTables.builtIn().frequencies();

    @ParameterizedTest
    @EnumSource(Gene.class)
    void frequenciesOfEveryGroupLeaveAnUnassignedRest(Gene gene) {
        assertThat(TABLE.groups(gene)).hasSizeGreaterThan(5);
        for (AncestryGroup group : TABLE.groups(gene)) {
            GroupFrequencies found = TABLE.frequencies(gene, group);
            double sum = found.alleles().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();

            assertThat(sum).as(group.name()).isBetween(0.0, 1.0 + 1e-9);
            assertThat(sum + found.unassigned()).as(group.name()).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void europeansCarryTpmt3AMostOften() {
        GroupFrequencies european = TABLE.frequencies(Gene.TPMT, new AncestryGroup("European"));

        assertThat(european.alleles()).containsEntry("*1", 0.953).containsEntry("*3A", 0.034);
        assertThat(european.listsReference()).isTrue();
        assertThat(european.unassigned()).isCloseTo(0.004, within(1e-9));
    }

    @Test
    void aGroupWithoutAReferenceRowLeavesItInTheRest() {
        GroupFrequencies eastAsian = TABLE.frequencies(Gene.NUDT15, new AncestryGroup("East Asian"));

        assertThat(eastAsian.alleles()).isEqualTo(Map.of("*2", 0.035, "*3", 0.061));
        assertThat(eastAsian.listsReference()).isFalse();
        assertThat(eastAsian.unassigned()).isCloseTo(0.904, within(1e-9));
    }

    @Test
    void everyRowNamesItsSource() {
        assertThat(TABLE.rows())
                .hasSize(131)
                .allSatisfy(r -> assertThat(r.source()).startsWith("https://"));
    }

    @Test
    void anUnknownGroupIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> TABLE.frequencies(Gene.TPMT, new AncestryGroup("East Asien")))
                .hasMessageContaining("did you mean 'East Asian'?");
    }

    @Test
    void frequenciesAboveOneAreRefused() {
        AncestryGroup group = new AncestryGroup("g");

        assertThatThrownBy(() -> new GroupFrequencies(Gene.TPMT, group, Map.of("*1", 0.9, "*2", 0.2)))
                .hasMessageContaining("more than 1");
        assertThatThrownBy(() -> new AlleleFrequency("TPMT", "*1", group, 1.2, AlleleFrequency.Kind.ALLELE, "s"))
                .hasMessageContaining("between 0 and 1");
        assertThat(List.of(AlleleFrequency.Kind.values())).contains(AlleleFrequency.Kind.parse("below"));
    }
}
