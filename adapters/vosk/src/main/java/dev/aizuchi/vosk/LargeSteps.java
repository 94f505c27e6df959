package dev.aizuchi.vosk;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Load a model a second time for sounds that are there whole, so that the network takes them in steps of 1.5 s.
 *
 * <p>A step's work is mostly to go through all weights once, however short it is; who listens wants short ones, and
 * Vosk reads their length with the model. The values are the same, and come for half the work ({@code BENCHMARKS.md}).
 */
final class LargeSteps {
    private static final String STEP = "--frames-per-chunk=150";
    /** What is larger is not worth its memory twice. */
    private static final long LARGEST_BYTES = 100_000_000;

    private static final Path CONFIGURATION = Path.of("conf");
    private static final System.Logger LOG = System.getLogger(LargeSteps.class.getName());

    private LargeSteps() {}

    /**
     * Load; empty where the model is too large, or where links to its files cannot be made.
     *
     * @param temporary holds the links while it is loaded
     */
    static Optional<Pointer> load(VoskLibrary vosk, Path model, Path temporary) {
        try {
            return size(model) > LARGEST_BYTES ? Optional.empty() : loadLinked(vosk, model, temporary);
        } catch (IOException | UncheckedIOException | UnsupportedOperationException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} is loaded once, looks take twice as long: {1}", model, e);
            return Optional.empty();
        }
    }

    private static long size(Path model) throws IOException {
        try (Stream<Path> files = Files.walk(model)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static Optional<Pointer> loadLinked(VoskLibrary vosk, Path model, Path temporary) throws IOException {
        Path other = Files.createTempDirectory(temporary, "aizuchi-vosk");
        try {
            link(model, other, CONFIGURATION);
            Path configuration = Files.createDirectory(other.resolve(CONFIGURATION));
            Path options = Path.of("model.conf");
            link(model.resolve(CONFIGURATION), configuration, options);
            // Of an option that is given twice the last counts.
            String said = Files.readString(model.resolve(CONFIGURATION).resolve(options));
            Files.writeString(configuration.resolve(options), said + '\n' + STEP + '\n');
            return Optional.ofNullable(vosk.vosk_model_new(other.toString()));
        } finally {
            delete(other);
        }
    }

    private static void link(Path from, Path to, Path except) throws IOException {
        for (Path file : list(from)) {
            if (!file.endsWith(except)) {
                Files.createSymbolicLink(to.resolve(file.getFileName()), file);
            }
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** Follows no link. */
    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
