package dev.aizuchi.robotprofile;

import dev.aizuchi.models.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Check robot files without driving the robot, and give those that are ready. */
public final class RobotFiles {
    private RobotFiles() {}

    /** Name the ready files, to begin with. */
    public static List<String> ready() {
        return resource("index.txt").lines().toList();
    }

    /**
     * Give the text of a ready file; its first line says for what it is.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static String text(String name) {
        if (!ready().contains(name)) {
            throw new IllegalArgumentException("no ready robot " + name + Suggestion.hint(name, ready()));
        }
        return resource(name + ".yaml");
    }

    /** Give the JSON Schema of a robot file, for editors. */
    public static String schema() {
        return RobotSchema.text();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(RobotFiles.class.getResourceAsStream("/robots/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** List all that is wrong with a file, as far as that shows without the robot's message definitions. */
    public static List<Fault> check(Path file) {
        try {
            RobotFileReader.Read read = RobotFileReader.read(file);
            return Stream.concat(
                            Buses.faults(read.file().allBuses(), read.lines()).stream(),
                            RobotCheck.faults(read, Definitions.NONE).stream())
                    .toList();
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
            try (Wires wires = new Wires(Buses.open(read.file().allBuses(), read.lines()))) {
                return RobotCheck.faults(
                        read, (bus, type, part) -> wires.bus(bus).pattern(type, part));
            }
        } catch (RobotFileException e) {
            return e.faults();
        }
    }
}
