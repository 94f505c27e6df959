package dev.aizuchi.robotprofile;

import java.util.List;
import java.util.stream.Collectors;

/** Signal that a robot file cannot be used. */
public final class RobotFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    RobotFileException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    RobotFileException(Fault fault, Throwable cause) {
        super(fault.toString(), cause);
        this.faults = List.of(fault);
    }

    /** Give what is wrong. */
    public List<Fault> faults() {
        return faults;
    }
}
