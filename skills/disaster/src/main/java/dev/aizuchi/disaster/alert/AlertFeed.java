package dev.aizuchi.disaster.alert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Follow a directory into which something else puts alerts as {@code .xml} files: each file is read once, each alert
 * told once. Not for several threads.
 */
public final class AlertFeed {
    private final Path directory;
    private final InstantSource clock;
    private final Consumer<String> problems;
    private final Set<Path> read = new HashSet<>();
    private final Set<String> told = new HashSet<>();

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

    /** Give what has come since, oldest first; what is out of date, or not for people, is passed over. */
    public List<Alert> poll() {
        List<Alert> fresh = new ArrayList<>();
        for (Path file : files()) {
            if (read.add(file)) {
                try {
                    Alert alert = read(file);
                    if (alert.isForPublic(clock.instant().atOffset(ZoneOffset.UTC)) && told.add(alert.id())) {
                        fresh.add(alert);
                    }
                } catch (AlertException e) {
                    problems.accept(String.valueOf(e.getMessage()));
                }
            }
        }
        fresh.sort(Comparator.comparing(Alert::sent));
        return fresh;
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

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.accept("the feed " + directory + " cannot be read: " + e);
            return List.of();
        }
    }
}
