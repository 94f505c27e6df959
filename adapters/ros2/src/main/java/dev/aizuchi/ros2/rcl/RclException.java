package dev.aizuchi.ros2.rcl;

/** Signal that a function of librcl failed, with what it says itself. */
final class RclException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RclException(String message) {
        super(message);
    }
}
