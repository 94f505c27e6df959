package dev.aizuchi.models;

import dev.aizuchi.models.ModelEntry.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remember the hash a file had when it was first fetched: {@code models.lock}, a line a file.
 *
 * <p>A line is {@code sha256 address}. The address is the key: a new version has a new address and is pinned anew.
 */
final class PinFile {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");
    private static final List<String> HEADER = List.of(
            "# Hashes of model files, pinned when each was first fetched. Delete a line to accept a changed file.");

    private final Path file;

    PinFile(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    Optional<String> pinned(Download download) throws IOException {
        return Optional.ofNullable(read().get(download.url().toString()));
    }

    /** Add pins; the file is replaced in one step, so that a crash leaves the old or the new one. */
    void pin(Map<Download, String> hashes) throws IOException {
        Map<String, String> all = read();
        hashes.forEach((download, sha256) -> all.put(download.url().toString(), sha256));
        List<String> lines = new ArrayList<>(HEADER);
        all.forEach((url, sha256) -> lines.add(sha256 + "  " + url));
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.write(next, lines, StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Map<String, String> read() throws IOException {
        Map<String, String> pins = new TreeMap<>();
        if (!Files.exists(file)) {
            return pins;
        }
        for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            Matcher line = LINE.matcher(text.strip());
            if (line.matches()) {
                pins.put(line.group(2), line.group(1));
            } else if (!text.isBlank() && !text.startsWith("#")) {
                // An unreadable pin must not turn into no pin.
                throw new ModelException(file + " holds a line that is not \"sha256  address\": " + text
                        + "; correct it, or delete the line to pin anew");
            }
        }
        return pins;
    }
}
