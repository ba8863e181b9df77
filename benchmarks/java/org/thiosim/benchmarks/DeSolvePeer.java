package org.thiosim.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * deSolve's lsoda on thio12 with a compiled right-hand side, and the same LSODA called from C; needs R, r-cran-desolve and a C
 * compiler.
 */
final class DeSolvePeer {
    private static final Path FOLDER = Path.of("benchmarks/peers/desolve");

    private final Consumer<WorkPoint> points;

    DeSolvePeer(Consumer<WorkPoint> points) {
        this.points = points;
    }

    void measure(int patients) throws IOException, InterruptedException {
        Path build = Files.createDirectories(Path.of("target/desolve"));
        Files.copy(FOLDER.resolve("thio12.c"), build.resolve("thio12.c"), StandardCopyOption.REPLACE_EXISTING);
        try {
            run(build, "R", "CMD", "SHLIB", "thio12.c");
        } catch (IOException e) {
            System.err.println(
                    "deSolve is left out: " + e.getMessage() + "; apt-get install r-base-dev r-cran-desolve brings it");
            return;
        }
        Process process = new ProcessBuilder(
                        "Rscript",
                        FOLDER.resolve("thio12.R").toString(),
                        Thio12.PATIENTS.toString(),
                        Thio12.REFERENCE.toString(),
                        build.resolve("thio12.so").toString(),
                        Integer.toString(patients))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(l -> l.split(","))
                    .filter(f -> f.length == 5)
                    .forEach(f -> points.accept(new WorkPoint(
                            f[0].replace(';', ','),
                            "relative " + f[1] + ", absolute " + f[2],
                            Double.parseDouble(f[3]),
                            Double.parseDouble(f[4]) * 1000 / patients)));
        }
        process.waitFor();
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }
}
