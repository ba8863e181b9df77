package org.thiosim.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.thiosim.cohort.Population;
import org.thiosim.genetics.GeneticData;
import org.thiosim.model.Model;

/** Reads a table of real patients. */
final class ListedPatients {
    private ListedPatients() {}

    static Optional<Population> read(Path file, List<YamlMap> layers, Model model, Supplier<GeneticData> tables) {
        throw new InputException(file.toString(), "tables of patients are not read yet");
    }
}
