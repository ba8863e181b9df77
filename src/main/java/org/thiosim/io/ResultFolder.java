package org.thiosim.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A folder of results. It is written aside and moved into place when it is whole; a folder that stands there already is
 * replaced only when it is empty or holds a manifest of this program.
 */
public final class ResultFolder {
    /** The scenario of a run that was made from no file. */
    public static final String SCENARIO = "scenario.yaml";

    static final String MANIFEST = "manifest.json";
    private static final String REMEDY = "; name another place with -o, or free this one";
    private static final Set<String> KINDS = Set.of("csv", "json", "html", "png", "svg", "parquet", "md");
    static final String MARK = "\"program\" : \"thiosim\"";

    private final Path folder;

    private ResultFolder(Path folder) {
        this.folder = folder;
    }

    /** A folder of results that stay. */
    public static ResultFolder of(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        requireOurs(target);
        return new ResultFolder(target);
    }

    /** Checks, before any work is done, that results can go there in place of what is there. */
    public static ResultFolder at(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            requireNoCohort(target);
            requireOurs(target);
            requireNothingElse(target);
        }
        Path parent = parent(target);
        if (Files.exists(parent) && !Files.isDirectory(parent)) {
            throw new InputException(folder.toString(), "cannot be written: " + parent + " is a file, not a folder");
        }
        tryOut(
                folder,
                aside(
                        parent.equals(target.getParent())
                                ? target
                                : parent.resolve(parent.relativize(target).getName(0))));
        return new ResultFolder(target);
    }

    /** Makes a folder and removes it again, to know before hours of work that a place can be written. */
    private static void tryOut(Path place, Path aside) {
        try {
            FolderTree.delete(aside);
            Files.createDirectory(aside);
            FolderTree.delete(aside);
        } catch (IOException e) {
            throw unusable(place, e);
        }
    }

    /** Where results are written before they are moved into place. */
    private static Path aside(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".partial");
    }

    private static Path parent(Path target) {
        Path parent = Optional.ofNullable(target.getParent()).orElse(target);
        while (!Files.exists(parent) && parent.getParent() != null) {
            parent = Optional.ofNullable(parent.getParent()).orElse(parent);
        }
        return parent;
    }

    private static void requireOurs(Path target) {
        if (!Files.isDirectory(target)) {
            throw new InputException(target.toString(), "is a file; results go into a folder");
        }
        if (!Files.isWritable(target)) {
            throw new InputException(target.toString(), "cannot be written: no permission" + REMEDY);
        }
        try (Stream<Path> inside = Files.list(target)) {
            if (inside.findAny().isEmpty()) {
                return;
            }
            Path manifest = target.resolve(MANIFEST);
            if (Files.isRegularFile(manifest)
                    && Files.readString(manifest, StandardCharsets.UTF_8).contains(MARK)) {
                return;
            }
        } catch (IOException e) {
            throw new InputException(target.toString(), "cannot be read: " + e.getMessage());
        }
        throw new InputException(
                target.toString(),
                "holds files that are not thiosim results; name another folder or remove it yourself");
    }

    /** Refuses to lose a cohort, which may have taken hours. */
    private static void requireNoCohort(Path target) {
        if (Files.isRegularFile(target.resolve(CohortPlan.FILE))) {
            throw new InputException(
                    target.toString(),
                    "holds a " + CohortFolder.read(target).words()
                            + ", which would be lost; name another folder, or remove it yourself");
        }
    }

    /** Refuses a folder of ours in which someone has put a file of another kind than we write. */
    static void requireNothingElse(Path target) {
        try (Stream<Path> inside = Files.walk(target)) {
            Optional<Path> foreign = inside.filter(Files::isRegularFile)
                    .filter(f -> !KINDS.contains(ending(f)))
                    .filter(f -> !isOwnScenario(target, f))
                    .sorted()
                    .findFirst();
            if (foreign.isPresent()) {
                throw new InputException(
                        target.toString(),
                        "holds '" + target.relativize(foreign.get())
                                + "' beside results of thiosim, which would be lost; move it, or name another folder");
            }
        } catch (IOException e) {
            throw new InputException(target.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /** Whether a file is the scenario that the run there was made from, unchanged. */
    private static boolean isOwnScenario(Path target, Path file) {
        try {
            return file.equals(target.resolve(SCENARIO))
                    && Files.readString(target.resolve(MANIFEST)).contains(Manifest.sha256(Files.readString(file)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * Writes the files and moves the folder into place.
     *
     * @param files content by path within the folder
     */
    public void write(SortedMap<String, byte[]> files) {
        Path aside = aside(folder);
        Path old = folder.resolveSibling("." + folder.getFileName() + ".old");
        try {
            FolderTree.delete(aside);
            FolderTree.delete(old);
            Files.createDirectories(aside);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = aside.resolve(file.getKey());
                Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(aside));
                Files.write(path, file.getValue());
            }
            if (Files.exists(folder)) {
                Files.move(folder, old);
            }
            moveInPlace(aside, old);
            FolderTree.delete(old);
        } catch (IOException e) {
            deleteQuietly(aside);
            throw unwritable(folder, e);
        }
    }

    /** Writes a single file aside and moves it into place when it is whole. */
    public static void writeWhole(Path file, String text) {
        Path target = file.toAbsolutePath().normalize();
        Path aside = aside(target);
        try {
            Files.writeString(aside, text, StandardCharsets.UTF_8);
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(aside);
            throw unwritable(file, e);
        }
    }

    /** Refuses, before any work is done, a file that cannot be written: its folder is not there, or it is a folder itself. */
    public static void requireFile(Path file) {
        Path target = file.toAbsolutePath().normalize();
        if (Files.isDirectory(target)) {
            throw new InputException(file.toString(), "is a folder; name a file");
        }
        if (!Files.isDirectory(Optional.ofNullable(target.getParent()).orElse(target))) {
            throw new InputException(file.toString(), "cannot be written: there is no folder " + target.getParent());
        }
        tryOut(file, aside(target));
    }

    /** Moves the new results into place, or the old ones back. */
    private void moveInPlace(Path aside, Path old) throws IOException {
        try {
            Files.move(aside, folder);
        } catch (IOException e) {
            if (Files.exists(old) && !Files.exists(folder)) {
                Files.move(old, folder);
            }
            throw e;
        }
    }

    /**
     * Replaces one folder within this one.
     *
     * @param inner name of the folder
     * @param files content by path within this folder
     */
    public void replace(String inner, SortedMap<String, byte[]> files) {
        try {
            FolderTree.delete(folder.resolve(inner));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(folder));
                Files.write(path, file.getValue());
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Why a place cannot be written, found before anything was done. */
    public static InputException unusable(Path place, IOException cause) {
        return new InputException(place.toString(), "cannot be written: " + reason(cause) + REMEDY);
    }

    /** Why a place could not be written to the end, and what to try. */
    public static StorageException unwritable(Path place, IOException cause) {
        return new StorageException(place + " cannot be written: " + reason(cause) + REMEDY, cause);
    }

    /** Why a file or folder could not be made, in words. */
    static String reason(IOException cause) {
        if (cause instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        if (cause instanceof AccessDeniedException) {
            return "no permission";
        }
        return cause instanceof FileSystemException
                ? "nothing can be made there"
                : Optional.ofNullable(cause.getMessage()).orElse("the disk refused");
    }

    private static void deleteQuietly(Path path) {
        try {
            FolderTree.delete(path);
        } catch (IOException e) {
            System.getLogger(ResultFolder.class.getName())
                    .log(System.Logger.Level.WARNING, "could not remove " + path, e);
        }
    }

    public Path path() {
        return folder;
    }
}
