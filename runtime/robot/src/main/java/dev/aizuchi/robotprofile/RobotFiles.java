package dev.aizuchi.robotprofile;

import java.nio.file.Path;
import java.util.List;

/** Check robot files without driving the robot. */
public final class RobotFiles {
    private RobotFiles() {}

    /** List all that is wrong with a file, as far as that shows without the robot's message definitions. */
    public static List<Fault> check(Path file) {
        try {
            return RobotCheck.faults(RobotFileReader.read(file), Definitions.NONE);
        } catch (RobotFileException e) {
            return e.faults();
        }
    }

    /**
     * List all that is wrong with a file, fields and types of its messages included. Opens its buses for that and sends
     * nothing.
     *
     * @throws dev.aizuchi.plugin.AdapterException when a bus cannot be opened
     */
    public static List<Fault> checkConnected(Path file) {
        try {
            RobotFileReader.Read read = RobotFileReader.read(file);
            try (Wires wires = new Wires(Buses.open(read))) {
                return RobotCheck.faults(
                        read, (bus, type, part) -> wires.bus(bus).pattern(type, part));
            }
        } catch (RobotFileException e) {
            return e.faults();
        }
    }
}
