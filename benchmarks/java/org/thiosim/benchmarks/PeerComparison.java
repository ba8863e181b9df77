package org.thiosim.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thiosim.kernel.LaneKernel;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.LaneSolver;
import org.thiosim.ode.Solution;

/**
 * Compares thiosim with Hipparchus and deSolve on thio12 in one run, at equal accuracy, measures the full model beside it,
 * and writes both reports.
 *
 * <p>{@code mvn -Pcompare verify -DskipTests}; see benchmarks/README.md. With {@code guard} it only asks whether lanes
 * still beat straight-line code, and ends with 1 where they do not: a Java machine that stops turning the loops into
 * vector instructions says nothing about it.
 */
public final class PeerComparison {
    private static final int PATIENTS = 1000;
    /** The peers take long, and each patient costs them the same; their time is scaled to all patients. */
    private static final int PEER_PATIENTS = 100;

    private static final int WARM_UP_ROUNDS = 10;
    private static final int ROUNDS = 3;
    private static final int LANES = 128;
    private static final double LEAST_GAIN = 1.3;
    private static final double[] LADDER = {4e-3, 2e-3, 1e-3, 1e-4, 3e-5, 1e-5};
    private static final double[] ERRORS = {1e-4, 1e-6};
    private static final Path RESULTS = Path.of("benchmarks/results");

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Thio12 thio12 = Thio12.read();
    private final List<WorkPoint> points = new ArrayList<>();

    /** Machine, Java and commit, before results change the checkout. */
    private final String circumstances = circumstances();

    private PeerComparison() throws IOException, InterruptedException {}

    /** @param arguments {@code quick} for a trial with few patients, or {@code guard} */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean quick = List.of(arguments).contains("quick");
        PeerComparison comparison = new PeerComparison();
        if (List.of(arguments).contains("guard")) {
            System.exit(comparison.lanesPay() ? 0 : 1);
        }
        comparison.measure(quick ? 128 : PATIENTS, quick ? 1 : WARM_UP_ROUNDS);
        Path folder = quick ? Path.of("target") : RESULTS;
        comparison.write(folder);
        FullModelReport.write(quick ? 100 : PATIENTS, folder, comparison.circumstances);
    }

    private void measure(int patients, int warmUp) throws IOException, InterruptedException {
        for (LaneMethod method : LaneMethod.values()) {
            double share = method == LaneMethod.RODAS4P ? 0.1 : 0;
            String name = "thiosim " + method.method().id();
            lanes(name + ", lanes", LaneKernel.lanes(thio12.step(method), LANES), share, patients, warmUp);
            lanes(name + ", one by one", LaneKernel.scalar(thio12.step(method)), share, patients, warmUp / 5);
        }
        int fewer = Math.min(patients, PEER_PATIENTS);
        new HipparchusPeer(thio12, PeerComparison::cpu, this::add).measure(fewer);
        new DeSolvePeer(this::add).measure(fewer);
    }

    private boolean lanesPay() {
        double lanes = cost(LaneKernel.lanes(thio12.step(LaneMethod.RODAS4P), LANES));
        double scalar = cost(LaneKernel.scalar(thio12.step(LaneMethod.RODAS4P)));
        System.err.printf(
                Locale.ROOT,
                "lanes %.2f s, one by one %.2f s: %.2f times faster; at least %.1f is wanted%n",
                lanes,
                scalar,
                scalar / lanes,
                LEAST_GAIN);
        return scalar / lanes >= LEAST_GAIN;
    }

    /** CPU seconds of all patients, warmed. */
    private double cost(LaneKernel kernel) {
        LaneSolver solver = thio12.solver(kernel, 2e-3, 1e-6, 0.1);
        solve(solver, PATIENTS, WARM_UP_ROUNDS);
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double begun = cpu();
            solve(solver, PATIENTS, 1);
            best = Math.min(best, cpu() - begun);
        }
        return best;
    }

    private void lanes(String tool, LaneKernel kernel, double share, int patients, int warmUp) {
        solve(thio12.solver(kernel, 1e-3, 1e-6, share), patients, warmUp);
        for (double relative : LADDER) {
            LaneSolver solver = thio12.solver(kernel, relative, Math.min(1e-6, relative * 1e-2), share);
            double best = Double.POSITIVE_INFINITY;
            List<Solution> solutions = List.of();
            for (int round = 0; round < ROUNDS; round++) {
                double begun = cpu();
                solutions = solve(solver, patients, 1);
                best = Math.min(best, cpu() - begun);
            }
            add(new WorkPoint(
                    tool,
                    String.format(Locale.ROOT, "relative %.0e, peak share %s", relative, share),
                    thio12.error(solutions),
                    best * PATIENTS / patients));
        }
    }

    private List<Solution> solve(LaneSolver solver, int patients, int rounds) {
        List<Solution> solutions = List.of();
        for (int round = 0; round < rounds; round++) {
            solutions = solver.solve(thio12.problems(patients));
        }
        return solutions;
    }

    /** CPU seconds of this process so far, with those of its compiler and its memory. */
    static double cpu() {
        return MACHINE.getProcessCpuTime() * 1e-9;
    }

    private void add(WorkPoint point) {
        points.add(point);
        System.err.printf(
                Locale.ROOT,
                "%-42s %-36s error %.2e  %6.3f s%n",
                point.tool(),
                point.setting(),
                point.error(),
                point.seconds());
    }

    private void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder csv = new StringBuilder("tool,setting,max_relative_error,cpu_s_per_1000_patients\n");
        points.forEach(p -> csv.append(String.format(
                Locale.ROOT, "\"%s\",\"%s\",%.3e,%.4f%n", p.tool(), p.setting(), p.error(), p.seconds())));
        Files.writeString(folder.resolve("thio12.csv"), csv, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("thio12.md"), report(), StandardCharsets.UTF_8);
        WorkPrecisionChart.write(points, folder.resolve("thio12-work-precision.png"));
    }

    private String report() {
        Map<String, List<WorkPoint>> tools = points.stream()
                .collect(Collectors.groupingBy(WorkPoint::tool, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder("# thio12: thiosim and its peers in one run\n\n"
                + "CPU seconds on one core for 1,000 patients and 24 weeks at a largest relative error of 1e-4 and 1e-6\n"
                + "over all patients, days and both metabolites, between the two nearest settings of each tool;\n"
                + "in brackets how many times the cost of thiosim's best that is.\n\n"
                + "| tool | at 1e-4 | at 1e-6 |\n|---|---|---|\n");
        tools.forEach((tool, own) -> {
            text.append("| ").append(tool);
            for (double error : ERRORS) {
                OptionalDouble cost = WorkPoint.costAt(error, own);
                text.append(" | ").append(cost.isPresent() ? cell(cost.getAsDouble(), error, tools) : "not reached");
            }
            text.append(" |\n");
        });
        text.append("\n![Work and precision](thio12-work-precision.png)\n\nEvery setting: `thio12.csv`.\n\n")
                .append(circumstances)
                .append("- lanes: ")
                .append(LANES)
                .append(", warmed on ")
                .append(WARM_UP_ROUNDS * PATIENTS)
                .append(" patients; the least of ")
                .append(ROUNDS)
                .append(" rounds; the peers on the first " + PEER_PATIENTS + " patients, scaled\n");
        return text.toString();
    }

    private static String circumstances() throws IOException, InterruptedException {
        return "- machine: " + processor() + ", one thread unless said otherwise\n"
                + "- Java: " + System.getProperty("java.vm.version") + '\n'
                + "- commit: " + command("git", "describe", "--always", "--dirty") + '\n';
    }

    private static String cell(double cost, double error, Map<String, List<WorkPoint>> tools) {
        double best = tools.entrySet().stream()
                .filter(e -> e.getKey().startsWith("thiosim"))
                .flatMap(e -> WorkPoint.costAt(error, e.getValue()).stream().boxed())
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN);
        return String.format(Locale.ROOT, "%.2f s (%.1f×)", cost, cost / best);
    }

    private static String processor() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(l -> l.startsWith("model name"))
                    .map(l -> l.substring(l.indexOf(':') + 2))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static String command(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
