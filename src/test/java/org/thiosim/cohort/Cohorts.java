package org.thiosim.cohort;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.thiosim.io.CohortFile;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.PopulationLibrary;
import org.thiosim.io.Setting;

/** Cohorts of the library for tests. */
public final class Cohorts {
    private Cohorts() {}

    /** A cohort scenario of the library with values replaced, such as {@code horizon=2 d}. */
    public static Cohort of(String scenario, long size, long seed, String... settings) {
        return CohortFile.read(
                        Path.of("scenarios/cohort/" + scenario + ".yaml"),
                        ModelLibrary.in(Path.of("models")),
                        PopulationLibrary.in(Path.of("scenarios/populations")),
                        Arrays.stream(settings).map(Setting::parse).toList(),
                        OptionalLong.of(size),
                        OptionalLong.of(seed))
                .cohort();
    }

    /** The patients of a cohort. */
    static List<VirtualPatient> patients(Cohort cohort) {
        return Stream.iterate(0L, i -> i < cohort.size(), i -> i + 1)
                .map(i -> cohort.population().patient(cohort.seed(), i))
                .toList();
    }
}
