package org.thiosim.io;

/** Results that could not be written or read back; what was finished before stays. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    StorageException(String message) {
        super(message);
    }
}
