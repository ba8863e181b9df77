package org.thiosim.genetics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.thiosim.units.Suggestion;

/** Looks words up in closed lists; an unknown word is refused with what was most likely meant. */
final class Words {
    private static final int MOST_MATCHES = 3;

    private Words() {}

    /** The member of a list whose name is {@code found}, ignoring case. */
    static <T> T oneOf(String what, String found, List<T> members, Function<T, String> name) {
        return members.stream()
                .filter(m -> name.apply(m).equalsIgnoreCase(found.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown " + what + " '" + found.strip() + "'; "
                        + hint(found.strip(), members.stream().map(name).toList())));
    }

    static String hint(String found, Collection<String> allowed) {
        return Suggestion.nearest(found, allowed)
                .map(s -> "did you mean '" + s + "'?")
                .orElse("allowed are " + String.join(", ", allowed));
    }

    /** Up to three allowed words near {@code found}: first those that start with {@code stem}, then the nearest. */
    static List<String> nearMatches(String found, String stem, Collection<String> allowed) {
        List<String> rest = new ArrayList<>(allowed);
        List<String> matches = new ArrayList<>();
        while (matches.size() < MOST_MATCHES) {
            Optional<String> next = Stream.concat(
                            rest.stream().filter(w -> w.startsWith(stem)), Suggestion.nearest(found, rest).stream())
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            matches.add(next.get());
            rest.remove(next.get());
        }
        return matches;
    }
}
