package org.thiosim.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.thiosim.expression.Expression;
import org.thiosim.expression.Tape;
import org.thiosim.ode.JacobianPattern;

/** Small systems written as formulas. */
final class LaneSystems {

    private LaneSystems() {}

    /** Absorption and elimination: a → b → out; constants ka, k. */
    static LaneEquations bateman() {
        return of(List.of("ka", "k"), List.of("a", "b"), "-ka * a", "ka * a - k * b");
    }

    /** A saturable loss; constants vmax, km. */
    static LaneEquations saturable() {
        return of(List.of("vmax", "km"), List.of("a"), "-vmax * a / (km + a)");
    }

    /** A gut, a saturable plasma, a slow pool and cells under feedback; constants ka, vmax, km, k, kappa, gamma. */
    static LaneEquations cells() {
        return of(
                List.of("ka", "vmax", "km", "k", "kappa", "gamma"),
                List.of("gut", "plasma", "pool", "prol", "anc"),
                "-ka * gut",
                "ka * gut - vmax * plasma / (km + plasma)",
                "0.1 * vmax * plasma / (km + plasma) - k * pool",
                "0.05 * prol * (exp(-kappa * pool) * (4 / max(anc, 1e-9))^gamma - 1)",
                "0.05 * (prol - anc)");
    }

    /** y' = y², which grows without bound. */
    static LaneEquations explosion() {
        return of(List.of("k"), List.of("y"), "k * y * y");
    }

    static LaneEquations of(List<String> constants, List<String> states, String... slopes) {
        List<Expression> right = Arrays.stream(slopes).map(Expression::parse).toList();
        List<Expression> entries = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        for (int row = 0; row < slopes.length; row++) {
            for (int column = 0; column < slopes.length; column++) {
                if (row == column || right.get(row).symbols().contains(states.get(column))) {
                    entries.add(right.get(row).derivative(states.get(column)));
                    places.add(new int[] {row, column});
                }
            }
        }
        JacobianPattern pattern = new JacobianPattern(
                slopes.length,
                places.stream().mapToInt(p -> p[0]).toArray(),
                places.stream().mapToInt(p -> p[1]).toArray());
        return new LaneEquations(
                Tape.of(constants, states, right),
                Tape.of(constants, states, entries),
                pattern,
                IntStream.range(0, slopes.length).toArray(),
                constants.size());
    }
}
