package dev.aizuchi.models;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Hold what has come of a file so far, and which version of the file it is. */
final class PartFile {
    private final Path folder;
    private final Path file;
    private final Path tag;

    PartFile(Path folder, String name) {
        this.folder = folder;
        this.file = folder.resolve(name + ".part");
        this.tag = folder.resolve(name + ".tag");
    }

    Path folder() {
        return folder;
    }

    Path file() {
        return file;
    }

    long length() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Give the ETag or date under which the bytes came. */
    Optional<String> version() throws IOException {
        return Files.exists(tag) ? Optional.of(Files.readString(tag)) : Optional.empty();
    }

    FileChannel append() throws IOException {
        return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** Drop what is there and start with no bytes and no version. */
    FileChannel restart() throws IOException {
        Files.deleteIfExists(tag);
        return FileChannel.open(
                file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    void remember(Optional<String> version) throws IOException {
        if (version.isPresent()) {
            Files.writeString(tag, version.get());
        } else {
            Files.deleteIfExists(tag);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(tag);
    }
}
