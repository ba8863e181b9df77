package org.thiosim.cohort;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Values of weighted patients, gathered one by one, and their quantiles. Missing values are left out. */
abstract sealed class WeightedQuantiles {
    private double weights;
    private double squares;
    private long count;

    /** @param exact whether every value is kept; otherwise they are counted in bins, see {@link Binned} */
    static WeightedQuantiles of(boolean exact) {
        return exact ? new Exact() : new Binned();
    }

    final void add(double value, double weight) {
        if (!Double.isNaN(value)) {
            weights += weight;
            squares += weight * weight;
            count++;
            keep(value, weight);
        }
    }

    abstract void keep(double value, double weight);

    /** The value below which a share of the weight lies; not a number without values. */
    abstract double quantile(double p);

    final long count() {
        return count;
    }

    final double weight() {
        return weights;
    }

    /** Kish's effective sample size, (Σw)²/Σw². */
    final double effective() {
        return squares == 0 ? 0 : weights * weights / squares;
    }

    /**
     * Quantiles by linear interpolation between the middles of the weights: the k-th of the sorted values stands at
     * (w₁ + … + w_{k−1} + w_k/2)/Σw. With equal weights this is Hazen's definition, type 5 of Hyndman and Fan (Am Stat
     * 1996;50:361-365).
     */
    private static final class Exact extends WeightedQuantiles {
        private double[] values = new double[16];
        private double[] shares = new double[16];
        private int size;
        private boolean sorted;

        @Override
        void keep(double value, double weight) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
                shares = Arrays.copyOf(shares, 2 * size);
            }
            values[size] = value;
            shares[size++] = weight;
            sorted = false;
        }

        private void sort() {
            int[] order = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(i -> values[i]).thenComparingDouble(i -> shares[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] v = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
            shares = Arrays.stream(order).mapToDouble(i -> shares[i]).toArray();
            values = v;
            sorted = true;
        }

        @Override
        double quantile(double p) {
            if (size == 0) {
                return Double.NaN;
            }
            if (!sorted) {
                sort();
            }
            double wanted = p * weight();
            double before = 0;
            double place = shares[0] / 2;
            if (wanted <= place) {
                return values[0];
            }
            for (int i = 1; i < size; i++) {
                before += shares[i - 1];
                double next = before + shares[i] / 2;
                if (wanted <= next) {
                    double share = (wanted - place) / (next - place);
                    return values[i - 1] + share * (values[i] - values[i - 1]);
                }
                place = next;
            }
            return values[size - 1];
        }
    }

    /**
     * Quantiles from whole numbers of patients in bins of a constant ratio of 1.005, so that the order in which patients
     * come changes nothing. A quantile is the middle of its bin: at most 0.25 % from a value that was counted there.
     */
    static final class Binned extends WeightedQuantiles {
        /** The largest relative error of a quantile. */
        static final double ERROR = 0.0025;

        private static final double RATIO = StrictMath.log(1.005);
        private static final int ZERO = Integer.MIN_VALUE;

        /** Bins of each weight that occurs; there are as many weights as strata. */
        private final Map<Double, Bins> byWeight = new TreeMap<>();

        @Override
        void keep(double value, double weight) {
            byWeight.computeIfAbsent(weight, w -> new Bins())
                    .add(value > 0 ? (int) Math.floor(StrictMath.log(value) / RATIO) : ZERO);
        }

        @Override
        double quantile(double p) {
            if (byWeight.isEmpty()) {
                return Double.NaN;
            }
            TreeMap<Integer, Double> mass = new TreeMap<>();
            byWeight.forEach((w, bins) -> bins.forEach((bin, n) -> mass.merge(bin, w * n, Double::sum)));
            double wanted =
                    p * mass.values().stream().mapToDouble(Double::doubleValue).sum();
            double sum = 0;
            for (Map.Entry<Integer, Double> bin : mass.entrySet()) {
                sum += bin.getValue();
                if (sum >= wanted) {
                    return middle(bin.getKey());
                }
            }
            return middle(mass.lastKey());
        }

        private static double middle(int bin) {
            return bin == ZERO ? 0 : StrictMath.exp((bin + 0.5) * RATIO);
        }
    }

    /** Counts by bin in an array that grows with the range met. */
    private static final class Bins {
        private static final int STEP = 256;
        private int first;
        private int[] counts = new int[0];
        private int zeros;

        void add(int bin) {
            if (bin == Binned.ZERO) {
                zeros++;
                return;
            }
            if (counts.length == 0) {
                first = bin - STEP / 2;
                counts = new int[STEP];
            }
            if (bin < first) {
                int more = (first - bin) / STEP * STEP + STEP;
                int[] larger = new int[counts.length + more];
                System.arraycopy(counts, 0, larger, more, counts.length);
                counts = larger;
                first -= more;
            } else if (bin >= first + counts.length) {
                counts = Arrays.copyOf(counts, (bin - first) / STEP * STEP + STEP);
            }
            counts[bin - first]++;
        }

        void forEach(java.util.function.BiConsumer<Integer, Integer> each) {
            if (zeros > 0) {
                each.accept(Binned.ZERO, zeros);
            }
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    each.accept(first + i, counts[i]);
                }
            }
        }
    }
}
