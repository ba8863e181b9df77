package org.thiosim.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Runs the program in this process and keeps what it printed. */
record Program(int code, String out, String err) {
    static Program run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Program(code, out.toString(), err.toString());
    }

    /** {@code thiosim run} into a folder. */
    static Program ofRun(String scenario, Path out, String... more) {
        return run(Stream.concat(Stream.of("run", scenario, "-o", out.toString()), Stream.of(more))
                .toArray(String[]::new));
    }
}
