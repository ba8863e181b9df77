package org.thiosim.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortBlock;
import org.thiosim.io.CohortFile;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.PopulationLibrary;
import org.thiosim.io.Setting;
import org.thiosim.simulation.LaneKernels;

/**
 * Sampled patients on azathioprine with allopurinol for 24 weeks, with DNA-TG and neutrophils, and their levels week by week.
 */
final class FullModel {

    private FullModel() {}

    /** The cohort, with settings as {@code --set} takes them. */
    static Cohort cohort(int patients, String... settings) {
        return CohortFile.read(
                        Path.of("scenarios/cohort/allopurinol-switch.yaml"),
                        ModelLibrary.in(Path.of("models")),
                        PopulationLibrary.in(Path.of("scenarios/populations")),
                        Stream.concat(
                                        Stream.of(
                                                "arms={ldaa: [{drug: azathioprine, dose: 0.67 mg/kg, every: 1 d},"
                                                        + " {drug: allopurinol, dose: 100 mg, every: 1 d}]}",
                                                "outputs={observables: [6-TGN, 6-MMPR, DNA-TG, neutrophils], every: 1 wk}",
                                                "targets={}"),
                                        Stream.of(settings))
                                .map(Setting::parse)
                                .toList(),
                        OptionalLong.of(patients),
                        OptionalLong.of(1))
                .cohort();
    }

    /** Everything but storing: drawing the patients, doses, equations, weekly levels. */
    static List<CohortBlock> solve(Cohort cohort, LaneKernels kernels) {
        return IntStream.range(0, cohort.blocks())
                .mapToObj(b -> cohort.block(b, kernels.get(), cohort.blockSize()))
                .toList();
    }
}
