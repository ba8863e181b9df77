package org.thiosim.io;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Folders of files inside the program. */
final class BuiltIn {
    private BuiltIn() {}

    static Path folder(String name) {
        URL url = Optional.ofNullable(BuiltIn.class.getResource("/" + name))
                .orElseThrow(() -> new IllegalStateException("the program holds no " + name));
        try {
            return path(url.toURI());
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the program's " + name + " cannot be read", e);
        }
    }

    private static Path path(URI uri) throws IOException {
        if (uri.getScheme().equals("jar")) {
            try {
                FileSystems.getFileSystem(uri);
            } catch (FileSystemNotFoundException e) {
                FileSystems.newFileSystem(uri, Map.of());
            }
        }
        return Path.of(uri);
    }
}
