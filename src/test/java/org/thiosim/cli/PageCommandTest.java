package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thiosim.page.TeachingPage;

class PageCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void onePageIsWrittenAndItsSizeSaid() throws IOException {
        Path file = folder.resolve("page.html");

        assertThat(run("page", "-o", file.toString())).isZero();

        assertThat(Files.readString(file))
                .startsWith("<!doctype html>")
                .contains("Thiopurines: where does the dose go?");
        assertThat(out.toString()).contains("kB; open it in a browser");
    }

    @Test
    void aTranslationReplacesEveryText() throws IOException {
        Path texts = folder.resolve("texts.properties");
        StringBuilder translated = new StringBuilder();
        TeachingPage.english()
                .keySet()
                .forEach(k -> translated.append(k.replace(" ", "\\ ")).append(" = übersetzt\n"));
        Files.writeString(texts, translated);
        Path file = folder.resolve("page.html");

        assertThat(run("page", "-o", file.toString(), "--texts", texts.toString()))
                .isZero();

        assertThat(Files.readString(file)).contains("<title>übersetzt</title>").doesNotContain("Hypermethylator\"");
    }

    @Test
    void aTranslationThatLacksATextIsRefusedWithItsName() throws IOException {
        Path texts = folder.resolve("texts.properties");
        Files.writeString(texts, "title = Thiopurine\n");

        assertThat(run("page", "-o", folder.resolve("page.html").toString(), "--texts", texts.toString()))
                .isEqualTo(Main.BAD_INPUT);

        assertThat(err.toString()).contains("lacks the texts").contains("notice");
        assertThat(folder.resolve("page.html")).doesNotExist();
    }

    @Test
    void aPageReplacesAPageAndNothingElse() throws IOException {
        Path file = folder.resolve("page.html");
        assertThat(run("page", "-o", file.toString())).isZero();
        assertThat(run("page", "-o", file.toString())).isZero();
        Path letter = Files.writeString(folder.resolve("letter.html"), "precious");

        assertThat(run("page", "-o", letter.toString())).isEqualTo(Main.BAD_INPUT);
        assertThat(run("page", "-o", folder.resolve("nowhere/page.html").toString()))
                .isEqualTo(Main.BAD_INPUT);

        assertThat(err.toString()).contains("no teaching page of thiosim").contains("there is no folder");
        assertThat(letter).hasContent("precious");
    }
}
