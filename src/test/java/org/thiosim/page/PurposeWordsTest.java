package org.thiosim.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thiosim.simulation.Purpose;

/** What the program is for is said in one way. */
class PurposeWordsTest {
    @Test
    void theTeachingPageSaysItInTheSameWords() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/org/thiosim/page/texts.properties")))
                .contains("\nnotice = " + Purpose.NOTICE + "\n");
    }

    @Test
    void noClassSpellsItOut() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> spelling = sources.filter(p -> p.toString().endsWith(".java"))
                    .filter(PurposeWordsTest::spells)
                    .map(p -> p.getFileName().toString())
                    .toList();
            assertThat(spelling).containsExactly("Purpose.java");
        }
    }

    private static boolean spells(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).contains("never for dosing");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
