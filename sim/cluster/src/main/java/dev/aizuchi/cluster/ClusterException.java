package dev.aizuchi.cluster;

/** Signal that machines could not play together; the message names the machine or the setting, and the cure. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClusterException(String message) {
        super(message);
    }

    ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
