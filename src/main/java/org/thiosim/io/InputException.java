package org.thiosim.io;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be used, with every mistake that was found in it. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    public InputException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public InputException(String file, String message) {
        this(List.of(new Finding(file, 0, 0, message, "")));
    }

    public List<Finding> findings() {
        return findings;
    }
}
