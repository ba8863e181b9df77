package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    private static final TextStyle STYLE = new TextStyle(20, false, "#000000");

    @Test
    void namesAreBrokenAfterHyphens() {
        assertThat(TextWrap.lines("third-dose-with-allopurinol", STYLE, 180, 3))
                .containsExactly("third-dose-with-", "allopurinol");
    }

    @Test
    void numberIsNotPartedFromItsUnit() {
        assertThat(TextWrap.lines("with-mesalazine-4-g", STYLE, 195, 3)).containsExactly("with-mesalazine-", "4-g");
    }

    @Test
    void textThatDoesNotFitEndsInAnEllipsis() {
        List<String> lines = TextWrap.lines("one two three four five six seven eight", STYLE, 100, 2);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).endsWith("…");
        assertThat(lines).allMatch(line -> STYLE.width(line) <= 100);
    }

    @ParameterizedTest
    @CsvSource({"one|two|three, 2, two…", "one|two, 2, two", "one||two, 2, two", "one two|three, 1, one two…"})
    void paragraphsThatDoNotFitLeaveAnEllipsis(String text, int most, String last) {
        List<String> lines = TextWrap.paragraphs(text.replace('|', '\n'), STYLE, 300, most);
        assertThat(lines).hasSize(most).endsWith(last);
    }

    @Test
    void oneLongWordIsBrokenSomewhere() {
        assertThat(TextWrap.lines("a".repeat(60), STYLE, 200, 9))
                .hasSizeGreaterThan(3)
                .allMatch(l -> STYLE.width(l) <= 200);
    }

    @Test
    void controlCharactersAndLoneSurrogatesAreReplaced() {
        assertThat(TextWrap.printable("a\nb\uD800c\u202Ed")).isEqualTo("a b\uFFFDcd");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.001, 0.001",
        "0.3, 0.3",
        "5, 5",
        "1000, 1000",
        "9999, 9999",
        "10000, 10\u00A0000",
        "1234567, 1\u00A0234\u00A0567",
        "-2.5, \u22122.5",
        "1e-5, 0.00001",
        "0.30000000000000004, 0.3"
    })
    void numbersAreWrittenWithoutExponent(double value, String text) {
        assertThat(PlainNumber.of(value)).isEqualTo(text);
    }

    @Test
    void textColoursAreReadableOnWhiteAndBarsPale() {
        for (CurveStyle look : ChartStyle.STANDARD.curves()) {
            assertThat(Colours.contrastWithWhite(Colours.rgb(look.textColour())))
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(Colours.luminance(Colours.rgb(Colours.pale(look.colour()))))
                    .isGreaterThanOrEqualTo(0.72);
        }
    }

    @Test
    void eachCurveStyleDiffersInColourAndInLine() {
        List<CurveStyle> looks = ChartStyle.STANDARD.curves();
        assertThat(looks).extracting(CurveStyle::colour).doesNotHaveDuplicates();
        assertThat(looks).extracting(look -> look.dash() + " " + look.width()).doesNotHaveDuplicates();
    }

    @Test
    void lettersShrinkUntilWordsFitAndNoFurtherThanTheSmallest() {
        TextStyle large = new TextStyle(20, false, "#000000");
        String words = "mercaptopurine 75 mg/m² daily + methotrexate 20 mg/m² once a week on Mon";
        assertThat(large.fitting(words, 5000, 14)).isEqualTo(large);
        TextStyle fitting = large.fitting(words, large.width(words) - 40, 14);
        assertThat(fitting.size()).isBetween(15.0, 19.0);
        assertThat(TextWrap.fits(words, fitting, large.width(words) - 40)).isTrue();
        assertThat(large.fitting(words, 10, 14.5).size()).isEqualTo(14.5);
    }
}
