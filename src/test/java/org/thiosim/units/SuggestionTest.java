package org.thiosim.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> WORDS =
            List.of("azathioprine", "allopurinol", "weight", "Weight", "bsa", "mL", "ML2");

    @ParameterizedTest
    @CsvSource({
        "azathiporine, azathioprine",
        "azathioprin, azathioprine",
        "AZATHIOPRINE, azathioprine",
        "alopurinoll, allopurinol",
        "wieght, weight",
        "Wieght, Weight",
        "bas, bsa",
        "ml, mL",
    })
    void theNearestWordIsFound(String found, String meant) {
        assertThat(Suggestion.nearest(found, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"height-of-door", "sab", "x", "''"})
    void nothingNearGivesNothing(String found) {
        assertThat(Suggestion.nearest(found, WORDS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "abc, abc, 0",
        "abc, acb, 1",
        "abc, ab, 1",
        "abc, xabc, 1",
        "kitten, sitting, 3",
        "ca, abc, 3"
    })
    void distancesCountEdits(String a, String b, int distance) {
        assertThat(Suggestion.distance(a, b)).isEqualTo(distance);
        assertThat(Suggestion.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void noAllowedWordsGiveNothing() {
        assertThat(Suggestion.nearest("mg", List.of())).isEmpty();
    }
}
