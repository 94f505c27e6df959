package dev.aizuchi.app;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Measure what a piece of work takes: joules where the machine counts them (RAPL), seconds of the processor everywhere.
 *
 * <p>RAPL counts the whole package, other programs included.
 */
final class Energy {
    private static final Path RAPL = Path.of("/sys/class/powercap/intel-rapl:0/energy_uj");

    private final OptionalLong microjoules = microjoules();
    private final long processorNanos = processorNanos();

    /** Give the seconds of all processors since this was made. */
    double processorSeconds() {
        return (processorNanos() - processorNanos) / 1e9;
    }

    /** Give the joules since this was made; NaN where they cannot be read, or the counter began anew. */
    double joules() {
        OptionalLong now = microjoules();
        boolean known = microjoules.isPresent() && now.isPresent() && now.getAsLong() >= microjoules.getAsLong();
        return known ? (now.getAsLong() - microjoules.getAsLong()) / 1e6 : Double.NaN;
    }

    private static OptionalLong microjoules() {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(RAPL).strip()));
        } catch (IOException | NumberFormatException e) {
            // No such counter, or only for the administrator.
            return OptionalLong.empty();
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
