package org.thiosim.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.simulation.LaneKernels;
import org.thiosim.simulation.OneByOne;
import org.thiosim.simulation.PatientOutcome;
import org.thiosim.simulation.PatientProblem;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CohortTest {
    private static final String SHORT = "horizon=3 d";
    private static final String SAMPLES = "outputs.every=1 d";

    private final Cohort guided = Cohorts.of("guided-versus-unguided", 530, 9, "horizon=1 d", SAMPLES);
    private List<Long> once = List.of();

    /** Keeps blocks in memory. */
    private static class Memory implements BlockStore {
        private final Map<Integer, CohortBlock> blocks = new ConcurrentSkipListMap<>();

        @Override
        public boolean holds(int block) {
            return blocks.containsKey(block);
        }

        @Override
        public void write(CohortBlock block) {
            blocks.put(block.index(), block);
        }

        @Override
        public void read(Consumer<CohortBlock> reader) {
            blocks.values().forEach(reader);
        }
    }

    /** Every number of a cohort's blocks, in order. */
    private static List<Long> bits(Memory memory) {
        List<Long> bits = new ArrayList<>();
        memory.read(b -> {
            b.patients().forEach(p -> {
                bits.add(Double.doubleToRawLongBits(p.weight()));
                for (double v : p.numbers()) {
                    bits.add(Double.doubleToRawLongBits(v));
                }
            });
            b.arms().forEach(a -> {
                for (double[][] patient : a.values()) {
                    for (double[] observable : patient) {
                        for (double v : observable) {
                            bits.add(Double.doubleToRawLongBits(v));
                        }
                    }
                }
                for (double[] metrics : a.metrics()) {
                    for (double v : metrics) {
                        bits.add(Double.doubleToRawLongBits(v));
                    }
                }
            });
        });
        return bits;
    }

    private static Memory run(Cohort cohort, Share share, int threads, int together, int lanes, Memory into) {
        new CohortRun(cohort, share, threads, together, Long.MAX_VALUE).into(into, LaneKernels.of(lanes), n -> {});
        return into;
    }

    @BeforeAll
    void solveEveryoneAlone() {
        once = bits(run(guided, Share.WHOLE, 1, 530, 1, new Memory()));
    }

    @ParameterizedTest
    @CsvSource({"1, 7, 8", "2, 32, 64", "8, 600, 32"})
    void threadsBatchesLanesAndShardsChangeNoBit(int threads, int together, int lanes) {
        Memory joined = new Memory();
        run(guided, new Share(2, 2), threads, together, lanes, joined);
        run(guided, new Share(1, 2), threads, together, lanes, joined);

        assertThat(once).hasSizeGreaterThan(50_000);
        assertThat(bits(joined)).isEqualTo(once);
    }

    @Test
    void aPatientIsTheSameInALargerCohort() {
        Cohort few = Cohorts.of("european-ibd", 20, 9, SHORT, SAMPLES);
        Cohort many = Cohorts.of("european-ibd", 40, 9, SHORT, SAMPLES);

        double[][][] first =
                few.block(0, LaneKernels.of(1).get(), 5).arms().get(0).values();
        double[][][] second =
                many.block(0, LaneKernels.of(16).get(), 32).arms().get(0).values();
        for (int i = 0; i < first.length; i++) {
            assertThat(first[i]).isDeepEqualTo(second[i]);
        }
    }

    @Test
    void armsHaveTheSamePatientsAndMissTheSameDoses() {
        Cohort cohort = Cohorts.of(
                "paediatric-all",
                60,
                2,
                SHORT,
                SAMPLES,
                "population.genotypes={tpmt: normal, nudt15: normal}",
                "arms={a: [{drug: mercaptopurine, dose: 50 mg/m^2, every: 1 d}], b: [{drug: mercaptopurine, dose: 50 mg/m^2, every: 1 d}]}");
        CohortBlock block = cohort.block(0, new OneByOne(), 60);

        assertThat(block.arms().get(0).values())
                .isDeepEqualTo(block.arms().get(1).values());
    }

    @Test
    void missedDosesDifferBetweenPatients() {
        Cohort cohort = Cohorts.of(
                "metabolite-spread",
                40,
                2,
                "horizon=10 d",
                "outputs.every=10 d",
                "population.age=40 y",
                "population.creatinine-clearance=100 mL/min/1.73 m^2",
                "arms={a: [{drug: azathioprine, dose: 100 mg, every: 1 d, adherence: 50 %}]}");
        long different = Cohorts.patients(cohort).stream()
                .map(p -> cohort.treatment()
                        .arms()
                        .get(0)
                        .of(p, cohort.seed())
                        .rules()
                        .get(0)
                        .times()
                        .within(240))
                .distinct()
                .count();

        assertThat(different).isGreaterThan(30);
    }

    @Test
    void aPatientWhoFailsIsNamedAndLeftOutOfStatistics() {
        Cohort cohort = Cohorts.of("european-ibd", 20, 1, SHORT, SAMPLES);
        CohortBlock block = cohort.block(0, CohortTest::heavyPatientsFail, 4);
        List<Long> heavy = Cohorts.patients(cohort).stream()
                .filter(p -> p.physique().weight() > 75)
                .map(VirtualPatient::index)
                .toList();
        Tally tally = new Tally(cohort);
        tally.add(block);
        CohortSummary summary = tally.summary();

        assertThat(block.arms().get(0).failures()).extracting(Failure::patient).isEqualTo(heavy);
        assertThat(block.arms().get(0).failures().get(0).reason()).isEqualTo("stiff");
        assertThat(heavy).hasSizeBetween(4, 16);
        assertThat(summary.failures()).isEqualTo(heavy.size());
        assertThat(summary.attainment().get(0).share().count()).isEqualTo(20 - heavy.size());
    }

    private static List<PatientOutcome> heavyPatientsFail(List<PatientProblem> problems) {
        List<PatientOutcome> outcomes = new ArrayList<>(new OneByOne().solve(problems));
        for (int i = 0; i < outcomes.size(); i++) {
            if (problems.get(i).arm().size().weight() > 75) {
                PatientOutcome o = outcomes.get(i);
                double[][] nothing = new double[o.values().length][o.values()[0].length];
                Arrays.stream(nothing).forEach(row -> Arrays.fill(row, Double.NaN));
                outcomes.set(i, new PatientOutcome(false, 1.5, "stiff", nothing, o.metrics()));
            }
        }
        return outcomes;
    }

    @Test
    void anInterruptedRunWaitsForTheBlockThatIsBeingStored() throws InterruptedException {
        Cohort cohort = Cohorts.of("european-ibd", 2, 1, SHORT, SAMPLES);
        AtomicBoolean stored = new AtomicBoolean();
        AtomicBoolean waited = new AtomicBoolean();
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicReference<Thread> caller = new AtomicReference<>();
        Memory slow = new Memory() {
            @Override
            public void write(CohortBlock block) {
                caller.get().interrupt();
                boolean joined = false;
                while (!joined) {
                    try {
                        caller.get().join(300);
                        joined = true;
                    } catch (InterruptedException e) {
                        joined = false;
                    }
                }
                super.write(block);
                stored.set(true);
            }
        };
        Thread thread = new Thread(() -> {
            try {
                run(cohort, Share.WHOLE, 1, 2, 2, slow);
            } catch (IllegalStateException e) {
                waited.set(stored.get());
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.set(thread);
        thread.start();
        thread.join();

        assertThat(waited).isTrue();
        assertThat(interrupted).isTrue();
    }

    @Test
    void pairedContrastsAreNarrowerThanTheSpread() {
        Cohort cohort = Cohorts.of(
                "us-mixed", 60, 3, "horizon=4 wk", "arms.fixed-150-mg.0.dose=150 mg", "arms.2-mg-per-kg.0.dose=75 mg");
        Memory memory = run(cohort, Share.WHOLE, 2, 32, 8, new Memory());
        Tally tally = new Tally(cohort);
        memory.read(tally::add);

        CohortSummary.Contrast ratio = tally.summary().contrasts().stream()
                .filter(c -> c.measure().startsWith("ratio")
                        && c.quantity().startsWith("6-TGN trough")
                        && c.cell().stratum().equals("all"))
                .findFirst()
                .orElseThrow();
        assertThat(ratio.value().estimate()).isEqualTo(0.5, within(0.002));
        assertThat(ratio.value().high() - ratio.value().low()).isLessThan(0.01);
    }
}
