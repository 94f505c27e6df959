package dev.aizuchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tell for how long this process has run.
 *
 * <p>Linux knows it to the hundredth of a second. What Java tells there instead is reckoned from the machine's start in
 * whole seconds, and up to one second too long.
 */
final class ProcessAge {
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final Path SELF = Path.of("/proc/self/stat");
    /** Of what stands behind the program's name, by proc(5): when it began, in hundredths of a second. */
    private static final int BEGAN = 19;

    private static final int MILLIS_OF_TICK = 10;

    private ProcessAge() {}

    /** Give it where the system knows. */
    static Optional<Duration> now() {
        try {
            return Optional.of(of(Files.readString(UPTIME), Files.readString(SELF)));
        } catch (IOException | RuntimeException e) {
            // No Linux, or one that tells it otherwise.
            return ProcessHandle.current().info().startInstant().map(began -> Duration.between(began, Instant.now()));
        }
    }

    /** Read what Linux tells: the first number of the one, and the process's begin in the other. */
    static Duration of(String uptime, String stat) {
        double up = Double.parseDouble(uptime.split(" ", 2)[0]);
        // The name may hold blanks and brackets.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Duration.ofMillis(Math.round(up * 1_000) - Long.parseLong(fields[BEGAN]) * MILLIS_OF_TICK);
    }
}
