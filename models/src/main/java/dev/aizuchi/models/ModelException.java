package dev.aizuchi.models;

/** Signal a model that cannot be found, fetched or trusted; the message names model, file, cause and cure. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
