package dev.aizuchi.app;

/** Signal a configuration that cannot be used; the message names file, line, key and cure. */
final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }

    ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
