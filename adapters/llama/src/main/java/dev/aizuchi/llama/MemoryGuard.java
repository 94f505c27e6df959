package dev.aizuchi.llama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuse a model that the memory cannot hold, before the kernel ends the whole runtime for it.
 *
 * @param meminfo what the kernel tells of the machine's memory
 * @param cgroup the folder of this container's limits
 */
record MemoryGuard(Path meminfo, Path cgroup) {
    private static final long MB = 1_000_000;
    /** The graph and the buffers of a small model; measured 60 to 120 MB. */
    private static final long BUFFERS = 120 * MB;

    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+([0-9]+) kB");
    private static final Pattern INACTIVE = Pattern.compile("(?m)^inactive_file ([0-9]+)$");

    /** Read this machine's memory; where it tells nothing, nothing is refused. */
    static MemoryGuard ofThisMachine() {
        return new MemoryGuard(Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup"));
    }

    /** Say why files and a context do not fit, and the cure; empty when they do. */
    Optional<String> objection(long fileBytes, long cacheBytes, int reserveMb) {
        OptionalLong available = available();
        long needed = fileBytes + cacheBytes + BUFFERS + reserveMb * MB;
        if (available.isEmpty() || needed <= available.getAsLong()) {
            return Optional.empty();
        }
        return Optional.of(
                "it needs about " + needed / MB + " MB (" + fileBytes / MB + " MB of weights, " + cacheBytes / MB
                        + " MB of context, " + BUFFERS / MB + " MB to compute, " + reserveMb + " MB in reserve) and "
                        + available.getAsLong() / MB
                        + " MB are free; take a smaller model or a smaller quantisation, lower context or reserve-mb, free some"
                        + " memory, or set ignore-memory: true");
    }

    private OptionalLong available() {
        OptionalLong machine = kilobytes();
        OptionalLong container = container();
        if (machine.isPresent() && container.isPresent()) {
            return OptionalLong.of(Math.min(machine.getAsLong(), container.getAsLong()));
        }
        return machine.isPresent() ? machine : container;
    }

    private OptionalLong kilobytes() {
        Matcher found = AVAILABLE.matcher(read(meminfo));
        return found.find() ? OptionalLong.of(Long.parseLong(found.group(1)) * 1_024) : OptionalLong.empty();
    }

    /** What a container may still take: files that it has read can be dropped, so they count as free. */
    private OptionalLong container() {
        String limit = read(cgroup.resolve("memory.max")).strip();
        String used = read(cgroup.resolve("memory.current")).strip();
        if (!limit.matches("[0-9]{1,18}") || !used.matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        Matcher inactive = INACTIVE.matcher(read(cgroup.resolve("memory.stat")));
        long droppable = inactive.find() ? Long.parseLong(inactive.group(1)) : 0;
        return OptionalLong.of(Long.parseLong(limit) - Long.parseLong(used) + droppable);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            // No Linux, or no container.
            return "";
        }
    }
}
