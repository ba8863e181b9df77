package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetLayoutTest {
    private static final ChartStyle STYLE = ChartStyle.STANDARD;
    private static final int PANELS_PER_SEED = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void textsNeitherOverlapNorLeaveThePicture(long seed) {
        Box picture = new Box(0, 0, STYLE.width(), STYLE.height());
        for (int i = 0; i < PANELS_PER_SEED; i++) {
            Sheet sheet = SheetLayout.of(Panels.random(seed * 1000 + i), STYLE);
            List<TextMark> texts = sheet.texts();
            for (int a = 0; a < texts.size(); a++) {
                assertThat(texts.get(a)).matches(text -> picture.contains(text.box()), "is in the picture");
                for (int b = 0; b < a; b++) {
                    if (texts.get(a).box().overlaps(texts.get(b).box())) {
                        fail("panel %d of seed %d: %s over %s", i, seed, texts.get(a), texts.get(b));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void plotKeepsAUsefulSize(long seed) {
        for (int i = 0; i < PANELS_PER_SEED; i++) {
            Box plot = SheetLayout.of(Panels.random(seed * 1000 + i), STYLE)
                    .scales()
                    .plot();
            assertThat(plot.width()).isGreaterThan(850);
            assertThat(plot.height()).isGreaterThan(230);
        }
    }
}
