package org.thiosim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds for every file of the source tree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepositoryTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Set<String> SKIPPED = Set.of("target", ".git", ".idea", ".vscode", ".settings");
    private static final int LONGEST = 400;

    // Each pattern is put together from parts so that this file does not match it.
    private static final Pattern MERGE_MARKER = Pattern.compile("^(<{7}|>{7}|\\|{7}) ");
    private static final Pattern NOTE_TO_SELF = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern LOCAL_PATH =
            Pattern.compile("(?<![\\w.*})-])/(wo" + "rk|t" + "mp|ho" + "me|ro" + "ot|Us" + "ers)/");
    private static final Pattern REGISTRY = Pattern.compile("(?i)\\b("
            + String.join(
                    "|",
                    "repo1?\\.ma" + "ven",
                    "(oss|central)\\.sona" + "type",
                    "mvnrepo" + "sitory",
                    "arti" + "factory\\.",
                    "nex" + "us\\.",
                    "jit" + "pack",
                    "registry\\.npm" + "js",
                    "pypi\\.o" + "rg",
                    "pythonhos" + "ted",
                    "deb\\.deb" + "ian",
                    "archive\\.ubu" + "ntu")
            + ")");

    private final List<Source> sources = new ArrayList<>();

    /** One text file; lines that are no UTF-8 are read byte by byte, since a test may need a broken file. */
    private record Source(String path, List<String> lines) {
        Stream<String> matches(Pattern pattern) {
            return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                    .filter(i -> pattern.matcher(lines.get(i)).find())
                    .map(i -> path + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
    }

    @BeforeAll
    void readTheTree() throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.equals(ROOT) ? "" : folder.getFileName().toString();
                boolean results = folder.getParent().equals(ROOT) && name.startsWith("out");
                return SKIPPED.contains(name) || results ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                byte[] bytes = attributes.isRegularFile() ? Files.readAllBytes(file) : new byte[0];
                boolean skipped = SKIPPED.contains(file.getFileName().toString());
                if (!skipped && isText(bytes)) {
                    sources.add(new Source(
                            ROOT.relativize(file).toString().replace('\\', '/'),
                            new String(bytes, StandardCharsets.ISO_8859_1)
                                    .lines()
                                    .toList()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theTreeIsFound() {
        assertThat(sources).extracting(Source::path).contains("pom.xml", "LICENSE", "models/thiopurine.yaml");
    }

    @Test
    void noMergeMarkerIsLeft() {
        assertThat(found(MERGE_MARKER)).isEmpty();
    }

    @Test
    void noNoteToSelfIsLeft() {
        assertThat(found(NOTE_TO_SELF)).isEmpty();
    }

    @Test
    void noFileNamesAPathOfOneMachine() {
        assertThat(found(LOCAL_PATH)).isEmpty();
    }

    @Test
    void noFileNamesAPackageRegistry() {
        assertThat(found(REGISTRY)).isEmpty();
    }

    @Test
    void noTestIsDisabled() {
        assertThat(java().flatMap(s -> s.matches(Pattern.compile("@(Dis" + "abled|Ign" + "ore)\\b"))))
                .isEmpty();
    }

    @Test
    void noJavaFileIsTooLong() {
        assertThat(java().filter(s -> s.lines().size() > LONGEST)
                        .map(s -> s.path() + " has " + s.lines().size() + " lines, more than " + LONGEST))
                .isEmpty();
    }

    @Test
    void everyPackageIsDescribedAndNullMarked() {
        Set<String> folders = new TreeSet<>();
        Set<String> marked = new TreeSet<>();
        java().filter(s -> s.path().startsWith("src/main/java/")).forEach(s -> {
            String folder = s.path().substring(0, s.path().lastIndexOf('/'));
            folders.add(folder);
            boolean described = s.lines().stream().anyMatch(l -> l.startsWith("/**"));
            if (s.path().endsWith("/package-info.java") && s.lines().contains("@NullMarked") && described) {
                marked.add(folder);
            }
        });
        assertThat(folders).isNotEmpty().isEqualTo(marked);
    }

    private Stream<Source> java() {
        return sources.stream().filter(s -> s.path().endsWith(".java"));
    }

    private List<String> found(Pattern pattern) {
        return sources.stream().flatMap(s -> s.matches(pattern)).toList();
    }
}
