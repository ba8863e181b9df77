package org.thiosim.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the program in this process and keeps what it printed. */
record Program(int code, String out, String err) {
    static Program run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Program(code, out.toString(), err.toString());
    }
}
