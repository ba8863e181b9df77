package org.thiosim.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.thiosim.cohort.CohortBlock.ArmBlock;
import org.thiosim.dosing.BodySize;
import org.thiosim.model.ParameterSet;
import org.thiosim.patient.Patient;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.CompiledModel;
import org.thiosim.simulation.PatientBatch;
import org.thiosim.simulation.PatientOutcome;
import org.thiosim.simulation.PatientProblem;
import org.thiosim.simulation.RandomEffects;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SolverChoice;

/**
 * Patients of a population, each on every arm.
 *
 * @param treatment what is done to each patient
 * @param size number of patients
 */
public record Cohort(Scenario.Head head, Treatment treatment, Population population, long size, long seed) {
    private static final int SMALL_BLOCK = 512;
    private static final int LARGE_BLOCK = 4096;
    private static final long MANY = 200_000;

    /**
     * What is done to each patient: the arms by one model over one stretch of time.
     *
     * @param horizon end of the simulation in h
     */
    public record Treatment(
            CompiledModel model,
            Optional<ParameterSet> set,
            List<CohortArm> arms,
            double horizon,
            CohortOutputs outputs,
            SolverChoice solver) {
        public Treatment {
            arms = List.copyOf(arms);
            if (arms.isEmpty()) {
                throw new IllegalArgumentException("a cohort needs at least one arm");
            }
        }

        /** The columns of the table of its patients. */
        public PatientColumns columns() {
            return PatientColumns.of(model.model());
        }
    }

    public Cohort {
        if (size < 1) {
            throw new IllegalArgumentException("a cohort has at least one patient, found " + size);
        }
    }

    /** Patients of one block; it depends on the number of patients alone. */
    public int blockSize() {
        return size > MANY ? LARGE_BLOCK : SMALL_BLOCK;
    }

    public int blocks() {
        return (int) ((size + blockSize() - 1) / blockSize());
    }

    /** How many patients a block holds. */
    public int patientsOf(int block) {
        return (int) Math.min(blockSize(), size - (long) block * blockSize());
    }

    /**
     * The results of a block.
     *
     * @param together how many patients the solver is given at once, which changes no result
     */
    public CohortBlock block(int index, PatientBatch solver, int together) {
        Scenario shared = scenario();
        PatientColumns columns = treatment.columns();
        int n = patientsOf(index);
        List<PatientRow> rows = new ArrayList<>(n);
        List<Drawn> drawn = new ArrayList<>(n);
        for (int k = 0; k < n; k++) {
            Drawn patient = draw((long) index * blockSize() + k);
            drawn.add(patient);
            rows.add(columns.row(patient.who(), patient.patient().randomEffects()));
        }
        List<ArmBlock> arms = new ArrayList<>();
        for (CohortArm arm : treatment.arms()) {
            List<PatientOutcome> outcomes = new ArrayList<>(n);
            for (int from = 0; from < n; from += together) {
                outcomes.addAll(solver.solve(drawn.subList(from, Math.min(n, from + together)).stream()
                        .map(d -> new PatientProblem(shared, bind(arm, d)))
                        .toList()));
            }
            arms.add(collect(arm, rows, outcomes, shared));
        }
        return new CohortBlock(index, rows, arms);
    }

    /** A virtual patient and the same one as models know a patient. */
    private record Drawn(VirtualPatient who, Patient patient) {}

    private Drawn draw(long index) {
        VirtualPatient who = population.patient(seed, index);
        SortedMap<String, Double> known = new TreeMap<>(who.covariates());
        known.keySet().retainAll(treatment.model().model().inputs().covariates().keySet());
        return new Drawn(
                who, new Patient(known, RandomEffects.sample(treatment.model().model(), seed, index)));
    }

    private Arm bind(CohortArm arm, Drawn drawn) {
        Physique body = drawn.who().physique();
        return new Arm(
                arm.name(),
                treatment.model(),
                drawn.patient(),
                new BodySize(body.weight(), OptionalDouble.of(body.bsa())),
                arm.of(drawn.who(), seed),
                treatment.set());
    }

    /** The limits of a patient's numbers on every arm, in the order of the arms. */
    List<List<String>> notices(long patient) {
        Drawn drawn = draw(patient);
        Scenario shared = scenario();
        return treatment.arms().stream()
                .map(a -> new PatientProblem(shared, bind(a, drawn)).notices())
                .toList();
    }

    private Scenario scenario() {
        return new Scenario(
                head, List.of(), treatment.horizon(), treatment.outputs().asked(), treatment.solver(), seed);
    }

    private ArmBlock collect(CohortArm arm, List<PatientRow> rows, List<PatientOutcome> outcomes, Scenario shared) {
        double[] hours = shared.outputs().hours().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        int[] reported = treatment.outputs().hours().stream()
                .mapToInt(h -> Arrays.binarySearch(hours, h))
                .toArray();
        double[][][] values = new double[rows.size()][][];
        double[][] metrics = new double[rows.size()][];
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            PatientOutcome outcome = outcomes.get(i);
            values[i] = Arrays.stream(outcome.values())
                    .map(v -> Arrays.stream(reported).mapToDouble(k -> v[k]).toArray())
                    .toArray(double[][]::new);
            metrics[i] = metrics(outcome, hours);
            if (!outcome.success()) {
                failures.add(new Failure(arm.name(), rows.get(i).patient(), outcome.time(), outcome.message()));
            }
        }
        return new ArmBlock(arm.name(), values, metrics, failures);
    }

    private double[] metrics(PatientOutcome outcome, double[] hours) {
        List<CohortMetric> wanted = treatment.outputs().metrics();
        double[] metrics = new double[wanted.size()];
        int continuous = 0;
        for (int m = 0; m < metrics.length; m++) {
            CohortMetric metric = wanted.get(m);
            if (!outcome.success()) {
                metrics[m] = Double.NaN;
            } else if (metric.isDaily()) {
                int observable = treatment.outputs().indexOf(metric.observable());
                metrics[m] = metric.of(hours, outcome.values()[observable]);
            } else {
                metrics[m] = outcome.metrics()[continuous++];
            }
        }
        return metrics;
    }
}
