package org.thiosim.io;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program as it was built: the first twelve hexadecimal digits of the SHA-256 of its classes that calculate, by name.
 *
 * <p>Two builds of one version whose equations, solver or metrics differ have different digests; what only shows results
 * does not count.
 */
final class ProgramBuild {
    /** Packages whose classes no result of a cohort depends on. */
    private static final List<String> SHOWING = List.of("chart", "cli", "page", "qualification", "report");

    private static final int DIGITS = 12;
    private static final String ROOT = "org/thiosim";

    private ProgramBuild() {}

    /** The digest of this program; {@code unknown} where its classes are not in a jar or a folder. */
    static String digest() {
        Optional<Path> place = place();
        if (place.isEmpty()) {
            return "unknown";
        }
        try {
            if (Files.isDirectory(place.get())) {
                return digest(place.get().resolve(ROOT));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place.get())) {
                return digest(jar.getPath("/" + ROOT));
            }
        } catch (IOException e) {
            throw new StorageException("the program cannot be read from " + place.get() + ": " + e.getMessage(), e);
        }
    }

    /** The digest of the classes below a folder. */
    static String digest(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(f -> counts(folder.relativize(f)))
                    .sorted((a, b) -> name(folder, a).compareTo(name(folder, b)))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                digest.update((name(folder, file) + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static boolean counts(Path file) {
        return file.toString().endsWith(".class")
                && !SHOWING.contains(file.getName(0).toString());
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static Optional<Path> place() {
        try {
            CodeSource source = ProgramBuild.class.getProtectionDomain().getCodeSource();
            return source != null && source.getLocation().getProtocol().equals("file")
                    ? Optional.of(Path.of(source.getLocation().toURI()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
