package org.thiosim.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ModelLibrary.Request;
import org.thiosim.model.Model;

/**
 * A model of a comparison, with its modules.
 *
 * @param label the name of its arm
 * @param name its name in the library, or its path from the folder of the results
 * @param modules likewise
 * @param sets the names of its parameter sets
 */
record ComparedModel(
        String label,
        String name,
        List<String> modules,
        List<String> drugs,
        List<String> observables,
        List<String> sets) {
    ComparedModel {
        modules = List.copyOf(modules);
        drugs = List.copyOf(drugs);
        observables = List.copyOf(observables);
        sets = List.copyOf(sets);
    }

    /**
     * Reads {@code MODEL} or {@code MODEL+MODULE+…}; each is a name of the library or a path.
     *
     * @param out the folder of the results
     */
    static ComparedModel of(String text, ModelLibrary library, Path out) {
        Path here = Path.of("").toAbsolutePath();
        List<String> parts = Arrays.stream(text.split("\\+")).map(String::strip).toList();
        List<Request> modules =
                parts.stream().skip(1).map(m -> new Request(m, here)).toList();
        Model model = library.load(new Request(parts.get(0), here), modules).model();
        List<String> names = parts.stream().map(p -> from(out, p)).toList();
        return new ComparedModel(
                String.join(
                        "+", model.parts().stream().map(p -> p.header().id()).toList()),
                names.get(0),
                names.subList(1, names.size()),
                List.copyOf(model.inputs().drugs().keySet()),
                List.copyOf(model.outputs().observables().keySet()),
                List.copyOf(model.numbers().sets().keySet()));
    }

    /** A path as it reads from the folder of the results; a name of the library as it is. */
    private static String from(Path out, String name) {
        boolean path = name.contains("/") || name.endsWith(".yaml");
        Path target = out.toAbsolutePath().normalize();
        String relative = path
                ? target.relativize(Path.of(name).toAbsolutePath().normalize())
                        .toString()
                        .replace('\\', '/')
                : name;
        return relative;
    }
}
