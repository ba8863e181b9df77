package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryCommandTest {
    @TempDir
    private Path temporary;

    @Test
    void pageShowsPicturesThatAreThere() throws IOException {
        Program program = Program.run("gallery", "scenarios/single/single-dose.yaml", "-o", temporary.toString());

        assertThat(program.code()).as(program.err()).isZero();
        String page = Files.readString(temporary.resolve("gallery.md"));
        assertThat(page).contains("## One oral dose").contains("never for dosing a patient");
        assertThat(page.lines().filter(l -> l.startsWith("![")))
                .hasSizeGreaterThan(2)
                .allSatisfy(l -> assertThat(temporary.resolve(l.replaceAll(".*\\((.*)\\)", "$1")))
                        .isNotEmptyFile());
    }
}
