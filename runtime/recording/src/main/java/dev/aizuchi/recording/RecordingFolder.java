package dev.aizuchi.recording;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Name the files of a recording by when they begin, and delete the oldest. */
final class RecordingFolder {
    private static final Pattern FILE = Pattern.compile("aizuchi-(\\d{8}T\\d{6}Z)(?:-(\\d{1,9}))?\\.mcap");
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'aizuchi-'yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final int keep;

    RecordingFolder(Path directory, int keep) {
        this.directory = directory;
        this.keep = keep;
    }

    Path directory() {
        return directory;
    }

    /** Make a new file, after deleting what is more than is kept beside it. */
    FileChannel next(Instant begin) throws IOException {
        Files.createDirectories(directory);
        List<Path> files = files();
        for (Path oldest : files.subList(0, Math.max(0, files.size() - (keep - 1)))) {
            Files.deleteIfExists(oldest);
        }
        for (int number = 1; ; number++) {
            String name = NAME.format(begin) + (number == 1 ? "" : "-" + number) + ".mcap";
            try {
                return FileChannel.open(
                        directory.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                // Two began within a second; the next number is free, or the one after.
            }
        }
    }

    /** List the files, the oldest first; others in the directory are not touched. */
    private List<Path> files() throws IOException {
        Map<String, Path> byAge = new TreeMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            all.forEach(file -> {
                Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    // The tenth file of a second comes after the ninth.
                    String number = name.group(2) == null ? "1" : name.group(2);
                    byAge.put(name.group(1) + String.format(Locale.ROOT, "%9s", number), file);
                }
            });
        }
        return List.copyOf(byAge.values());
    }
}
