package org.thiosim.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON in UTF-8 with one value a line, two blanks a level and the same line ends everywhere. */
final class PrettyJson {
    private PrettyJson() {}

    /** What writes the document. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static String text(Body body) {
        return write(body).toString(StandardCharsets.UTF_8);
    }

    /** The document with a line end after it. */
    static byte[] file(Body body) {
        ByteArrayOutputStream bytes = write(body);
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static ByteArrayOutputStream write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes).setPrettyPrinter(printer)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }
}
