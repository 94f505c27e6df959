package dev.aizuchi.testkit.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Tell how much memory this process holds, natives included; known on Linux only. */
public final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    /** Give the resident memory in MiB; empty where it is not known. */
    public static OptionalDouble residentMegabytes() {
        try {
            return Files.exists(STATUS)
                    ? Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                            .findFirst()
                    : OptionalDouble.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
