package dev.aizuchi.ros2.cdr;

/** Signal bytes that are no message of the type; the text names the place and holds nothing of the content. */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedException(String message) {
        super(message);
    }
}
