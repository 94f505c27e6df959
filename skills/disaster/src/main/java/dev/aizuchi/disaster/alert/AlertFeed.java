package dev.aizuchi.disaster.alert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Follow a directory into which something else puts alerts as {@code .xml} files: each alert is told once. A file that
 * cannot be read may be half written: it is read again when it has changed, and told of when it has not. Not for
 * several threads.
 */
public final class AlertFeed {
    private final Path directory;
    private final InstantSource clock;
    private final Consumer<String> problems;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final Told told = new Told();
    private boolean lost;

    /** How a file stood when it was read, and what was wrong with it then; "" for nothing, or told already. */
    private record Seen(long bytes, FileTime changed, String problem) {
        boolean isOf(BasicFileAttributes file) {
            return bytes == file.size() && changed.equals(file.lastModifiedTime());
        }
    }

    /**
     * Follow a directory.
     *
     * @param problems is told of each file that is no alert, once; its messages name the file
     */
    public AlertFeed(Path directory, InstantSource clock, Consumer<String> problems) {
        this.directory = directory;
        this.clock = clock;
        this.problems = problems;
    }

    /** Give what has come since, oldest first; what is out of date, replaced, or not for people, is passed over. */
    public List<Alert> poll() {
        List<Path> files = files();
        seen.keySet().retainAll(files);
        List<Alert> come =
                files.stream().flatMap(file -> changed(file).stream()).toList();
        return told.take(come, clock.instant().atOffset(ZoneOffset.UTC));
    }

    /**
     * Read one file, and no more of it than an alert may have.
     *
     * @throws AlertException when it cannot be read or is no alert
     */
    public static Alert read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return AlertReader.read(in.readNBytes(SafeXml.MOST_BYTES + 1), String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new AlertException(file + ": cannot be read: " + e, e);
        }
    }

    private Optional<Alert> changed(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Seen before = seen.get(file);
            if (before == null || !before.isOf(now)) {
                return read(file, now);
            }
            if (!before.problem.isEmpty()) {
                problems.accept(before.problem);
                seen.put(file, new Seen(before.bytes, before.changed, ""));
            }
        } catch (IOException e) {
            // It was taken away in this moment: there is nothing to read, and nothing to tell.
            seen.remove(file);
        }
        return Optional.empty();
    }

    private Optional<Alert> read(Path file, BasicFileAttributes now) {
        try {
            Alert alert = read(file);
            seen.put(file, new Seen(now.size(), now.lastModifiedTime(), ""));
            return Optional.of(alert);
        } catch (AlertException e) {
            seen.put(file, new Seen(now.size(), now.lastModifiedTime(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            lost = false;
            return files.filter(AlertFeed::isXml)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            if (!lost) {
                problems.accept("the alerts' directory " + directory + " cannot be read: " + e
                        + "; make it, or point alerts.directory elsewhere");
            }
            lost = true;
            return List.of();
        }
    }

    private static boolean isXml(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".xml");
    }
}
