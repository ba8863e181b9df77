package org.thiosim.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The folder of a cohort: its plan first, then the parts, at the end the results, whose manifest comes last.
 *
 * <p>A run that was killed leaves plan and parts, from which another run with the same plan goes on.
 */
public final class CohortFolder {
    private static final String PARTS = "parts";

    private final Path folder;
    private final CohortPlan plan;

    /** What is done with a cohort that a folder holds already. */
    public enum Before {
        /** One that is finished gives way, unless it is of another scenario or larger. */
        REPLACE,
        /** One that is not finished goes on. */
        RESUME,
        /** It gives way, whatever it is. */
        DISCARD
    }

    private CohortFolder(Path folder, CohortPlan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    /**
     * Opens a folder before any work is done.
     *
     * @param before what is done with a cohort that is there
     * @throws InputException where something else is there, or a run that must not give way or cannot go on
     */
    public static CohortFolder open(Path place, CohortPlan plan, Before before) {
        Path target = place.toAbsolutePath().normalize();
        CohortFolder folder = new CohortFolder(target, plan);
        try {
            if (isBegun(target)) {
                folder.takeOver(place, before);
            } else {
                ResultFolder.at(place);
                FolderTree.delete(target);
            }
            folder.begin();
            return folder;
        } catch (IOException e) {
            throw ResultFolder.unusable(place, e);
        }
    }

    /** Makes the folder with its plan, or leaves nothing of it. */
    private void begin() throws IOException {
        boolean isNew = !Files.exists(folder);
        Path aside = folder.resolve("." + CohortPlan.FILE);
        try {
            Files.createDirectories(parts());
            Files.writeString(aside, plan.text(), StandardCharsets.UTF_8);
            Files.move(aside, folder.resolve(CohortPlan.FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            FolderTree.delete(isNew ? folder : aside);
            throw e;
        }
    }

    private void takeOver(Path place, Before before) throws IOException {
        CohortPlan there = read(folder);
        if (before == Before.RESUME) {
            List<String> differences = there.differences(plan);
            if (!differences.isEmpty()) {
                throw new InputException(
                        place.toString(),
                        "was begun with " + String.join(", ", differences)
                                + "; resume with what it was begun with, or name another folder");
            }
            return;
        }
        if (before == Before.REPLACE) {
            requireLess(place, there);
        }
        ResultFolder.requireNothingElse(folder);
        FolderTree.delete(folder);
    }

    /** Refuses to lose a run that is not finished, larger than this one, or of another scenario. */
    private void requireLess(Path place, CohortPlan there) throws IOException {
        if (!isFinished() && hasParts()) {
            throw new InputException(
                    place.toString(),
                    "holds a run that was not finished; go on with --resume, name another folder, or give --force");
        }
        if (isFinished()
                && (there.patients() > plan.patients() || !there.scenario().equals(plan.scenario()))) {
            throw new InputException(
                    place.toString(),
                    "holds a finished " + there.words() + ", which " + plan.words()
                            + " would replace; name another folder, or give --force");
        }
    }

    private boolean hasParts() throws IOException {
        if (!Files.isDirectory(parts())) {
            return false;
        }
        try (Stream<Path> inside = Files.list(parts())) {
            return inside.anyMatch(p -> !p.getFileName().toString().startsWith("."));
        }
    }

    /** The plan in a folder. */
    public static CohortPlan read(Path folder) {
        Path file = folder.resolve(CohortPlan.FILE);
        if (!isBegun(folder)) {
            throw new InputException(
                    folder.toString(), "holds no cohort; name a folder that 'thiosim cohort --shard' has made");
        }
        try {
            return CohortPlan.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException | InputException e) {
            throw new InputException(
                    file.toString(),
                    "is damaged, so that it is not known what was run; name another folder, or remove this one yourself");
        }
    }

    /** Whether the results are there. */
    public boolean isFinished() {
        return Files.isRegularFile(folder.resolve(ResultFolder.MANIFEST));
    }

    /** Where the parts are. */
    public Path parts() {
        return folder.resolve(PARTS);
    }

    /** Whether a cohort was begun there, so that a run can go on with it. */
    public static boolean isBegun(Path folder) {
        return Files.isRegularFile(folder.resolve(CohortPlan.FILE));
    }

    /** The parts of a shard, if its plan differs in nothing but the shard from that of the whole. */
    public static Path partsOf(Path other, CohortPlan plan) {
        if (isBegun(other) && Files.isRegularFile(other.resolve(ResultFolder.MANIFEST))) {
            throw new InputException(
                    other.toString(),
                    "holds a finished cohort, not a shard of one; name the folders that were made with --shard");
        }
        List<String> differences = read(other).differences(plan);
        if (!differences.isEmpty()) {
            throw new InputException(
                    other.toString(),
                    "was made with " + String.join(", ", differences) + "; only shards of one cohort are merged");
        }
        return other.toAbsolutePath().normalize().resolve(PARTS);
    }

    /** A file written aside until the folder is finished. */
    private Path aside(String name) {
        return folder.resolve(".results").resolve(name);
    }

    /** Joins the parts into the large tables, aside. */
    public void join(PartStore store, TableFormat format) {
        try {
            FolderTree.delete(folder.resolve(".results"));
            Files.createDirectories(folder.resolve(".results"));
        } catch (IOException e) {
            throw new StorageException("results cannot be written to " + folder + ": " + ResultFolder.reason(e), e);
        }
        for (String table : List.of(PartTables.PATIENTS, PartTables.TIME_COURSE, PartTables.METRICS)) {
            store.join(table, aside(table + format.ending()), format);
        }
        store.join(PartTables.FAILURES, aside(PartTables.FAILURES + ".csv"), TableFormat.CSV);
    }

    /** Writes the other files, moves all into place, the manifest last, and removes the parts. */
    public void finish(SortedMap<String, byte[]> files, byte[] manifest) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = aside(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            try (Stream<Path> inside = Files.list(folder.resolve(".results"))) {
                for (Path path : inside.sorted().toList()) {
                    Path target = folder.resolve(path.getFileName());
                    FolderTree.delete(target);
                    Files.move(path, target);
                }
            }
            Path last = aside(ResultFolder.MANIFEST);
            Files.write(last, manifest);
            Files.move(last, folder.resolve(ResultFolder.MANIFEST), StandardCopyOption.ATOMIC_MOVE);
            FolderTree.delete(folder.resolve(".results"));
            FolderTree.delete(parts());
        } catch (IOException e) {
            throw new StorageException(
                    "results cannot be written to " + folder + ": " + ResultFolder.reason(e)
                            + "; every block is finished and stays, run again with --resume",
                    e);
        }
    }
}
