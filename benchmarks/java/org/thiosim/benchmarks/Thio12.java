package org.thiosim.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.kernel.LaneKernel;
import org.thiosim.kernel.StepTape;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.LaneProblem;
import org.thiosim.ode.LaneSolver;
import org.thiosim.ode.SampleTimes;
import org.thiosim.ode.Solution;
import org.thiosim.patient.Patient;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.LaneSystem;
import org.thiosim.simulation.Scenario;

/** The benchmark problem thio12: its patients, its reference, and how far a solution is from it. */
final class Thio12 {
    static final Path FOLDER = Path.of("benchmarks/thio12");
    static final Path PATIENTS = FOLDER.resolve("thio12-patients.csv");
    static final Path REFERENCE = FOLDER.resolve("thio12-reference-168d.f64le");
    static final int DAYS = 168;
    static final double HORIZON = 24.0 * DAYS;
    static final long STEP_LIMIT = 1_000_000;

    private static final List<String> STATES =
            List.of("ag", "ac", "mg", "mc", "tu", "mm", "ti", "tg", "mr", "lg", "lc", "ox");

    private final LaneSystem system;
    private final List<LaneProblem> problems;
    private final double[] reference;

    private Thio12(LaneSystem system, List<LaneProblem> problems, double[] reference) {
        this.system = system;
        this.problems = problems;
        this.reference = reference;
    }

    static Thio12 read() {
        Scenario scenario = ScenarioFile.read(FOLDER.resolve("scenario.yaml"), ModelLibrary.in(FOLDER), List.of())
                .scenario();
        Arm arm = scenario.arms().get(0);
        LaneSystem system =
                LaneSystem.of(arm, STATES.stream().map(s -> "amount:" + s).toList());
        double[] days = new double[DAYS];
        for (int d = 0; d < DAYS; d++) {
            days[d] = 24.0 * (d + 1);
        }
        SampleTimes samples = new SampleTimes(days);
        try {
            List<LaneProblem> problems = new ArrayList<>();
            List<String> lines = Files.readAllLines(PATIENTS);
            for (String line : lines.subList(1, lines.size())) {
                problems.add(system.problem(of(arm, line), HORIZON, samples));
            }
            DoubleBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(REFERENCE))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer();
            double[] reference = new double[buffer.remaining()];
            buffer.get(reference);
            return new Thio12(system, problems, reference);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arm of(Arm arm, String line) {
        List<String> names = List.of("ka", "vxo", "vt", "vh", "ktg", "kox");
        String[] fields = line.split(",");
        Map<String, Double> covariates = new HashMap<>();
        for (int k = 0; k < names.size(); k++) {
            covariates.put(names.get(k), Double.parseDouble(fields[k + 1]));
        }
        return new Arm(
                arm.name(), arm.model(), Patient.typical(covariates), arm.size(), arm.regimen(), arm.parameterSet());
    }

    LaneSystem system() {
        return system;
    }

    /** The patients, from the first. */
    List<LaneProblem> problems(int count) {
        return problems.subList(0, count);
    }

    StepTape step(LaneMethod method) {
        return StepTape.of(method, system.equations());
    }

    /** A solver that keeps a tolerance. */
    LaneSolver solver(LaneKernel kernel, double relative, double absolute, double peakShare) {
        return new LaneSolver(kernel.create(), system.tolerances(relative, absolute, peakShare), STEP_LIMIT);
    }

    /** The largest error over patients, days and both metabolites. */
    double error(List<Solution> solutions) {
        int tg = system.followed().indexOf("tg");
        int mr = system.followed().indexOf("mr");
        double error = 0;
        for (int i = 0; i < solutions.size(); i++) {
            double[][] states = solutions.get(i).states();
            for (int d = 0; d < DAYS; d++) {
                error = Math.max(error, error(i, d, states[d][tg], states[d][mr]));
            }
        }
        return error;
    }

    /** The larger relative error of two metabolites on one day. */
    double error(int patient, int day, double tg, double mr) {
        int at = (patient * DAYS + day) * 2;
        return Math.max(Math.abs(tg / reference[at] - 1), Math.abs(mr / reference[at + 1] - 1));
    }
}
