package org.thiosim.qualification;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;

/**
 * Studies compared with the model.
 *
 * @param studies in the order they were given
 * @param directions the directions of effect, first of all
 */
public record Qualification(List<StudyResult> studies, List<DirectionCheck> directions) {
    private static final String DEVELOPMENT = "development";
    private static final double MET = 0.01;

    public Qualification {
        studies = scaled(studies);
        directions = List.copyOf(directions);
    }

    /** Runs studies side by side; the result does not depend on the number of threads. */
    public static List<StudyResult> run(List<StudyCase> cases, int threads) {
        return parallel(
                cases.stream().<Callable<StudyResult>>map(c -> () -> run(c)).toList(), threads);
    }

    /** Runs tasks side by side and gives their results in the order of the tasks. */
    static <T> List<T> parallel(List<Callable<T>> tasks, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
        try {
            List<Future<T>> futures = new ArrayList<>();
            tasks.forEach(t -> futures.add(pool.submit(t)));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while studies were simulated", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a study could not be simulated", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static StudyResult run(StudyCase study) {
        SimulationResult result = Simulator.run(study.scenario());
        Predictor predictor = new Predictor(result);
        List<QualificationRow> rows = study.observations().stream()
                .map(o -> new QualificationRow(study.study(), o, predictor.predict(o), OptionalDouble.empty()))
                .toList();
        return new StudyResult(study, result, rows);
    }

    private static List<StudyResult> scaled(List<StudyResult> studies) {
        List<QualificationRow> scaled = AssayScales.apply(
                studies.stream().flatMap(s -> s.rows().stream()).toList());
        int[] starts = new int[studies.size() + 1];
        for (int i = 0; i < studies.size(); i++) {
            starts[i + 1] = starts[i] + studies.get(i).rows().size();
        }
        return IntStream.range(0, studies.size())
                .mapToObj(i -> new StudyResult(
                        studies.get(i).studyCase(),
                        studies.get(i).simulation(),
                        scaled.subList(starts[i], starts[i + 1])))
                .toList();
    }

    /** Every row of every study. */
    public List<QualificationRow> rows() {
        return studies.stream().flatMap(s -> s.rows().stream()).toList();
    }

    /** Rows that have no fold error, each with its reason. */
    public List<QualificationRow> uncompared() {
        return rows().stream().filter(r -> r.foldError().isEmpty()).toList();
    }

    public FoldErrorSummary all() {
        return QualificationSummary.of(rows()).all();
    }

    public boolean isSolved() {
        return studies.stream().allMatch(s -> s.simulation().isSuccess());
    }

    /** How far the figures are a test: how many rows the parameters were estimated on, and how many they meet by construction. */
    public String standing() {
        List<QualificationRow> compared =
                rows().stream().filter(r -> r.foldError().isPresent()).toList();
        long own = compared.stream()
                .filter(r -> r.study().set().equals(DEVELOPMENT))
                .count();
        long met = compared.stream()
                .filter(r -> Math.abs(r.foldError().getAsDouble() - 1) < MET)
                .count();
        return (own == compared.size() ? "All " + own : own + " of the " + compared.size())
                + " rows are of development studies, on which the parameters were estimated: they say how well the model"
                + " describes what it was made from. " + met
                + " rows it meets to within 1 %, in part because a parameter was"
                + " set from that very figure. The test of a prediction is a study of another set"
                + (own == compared.size() ? "; none is listed here." : ".");
    }
}
