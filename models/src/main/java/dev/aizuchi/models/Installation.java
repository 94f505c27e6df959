package dev.aizuchi.models;

import dev.aizuchi.models.ModelEntry.Download;
import dev.aizuchi.models.ModelEntry.Packing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bring one model into a store whose lock is held.
 *
 * <p>Everything is made in a work folder on the same disk and moved into place in one step. Of a failed fetch only
 * bytes that a later one can go on from are kept, and complete files whose hash is right.
 */
final class Installation {
    private final ModelEntry entry;
    private final Path target;
    private final Path work;
    private final Path unpacked;
    private final PinFile pins;
    private final Disk disk;
    private final ProgressListener listener;

    Installation(ModelEntry entry, StoreLock lock, PinFile pins, Disk disk, ProgressListener listener) {
        this.entry = entry;
        this.target = lock.root().resolve(entry.id());
        this.work = lock.root().resolve(".work").resolve(entry.id());
        this.unpacked = work.resolve("unpacked");
        this.pins = pins;
        this.disk = disk;
        this.listener = listener;
    }

    /** Fetch all downloads over the network and install them. */
    void fetch(HttpTransfer transfer) throws IOException {
        Files.createDirectories(work);
        Map<Download, Path> files = new LinkedHashMap<>();
        try {
            for (Download download : entry.downloads()) {
                files.put(download, whole(transfer, download));
            }
        } finally {
            Disk.deleteIfEmpty(work);
        }
        install(files);
    }

    private Path whole(HttpTransfer transfer, Download download) throws IOException {
        // Named after the address: a catalogue that names a newer file does not go on from the older one.
        String name = Checksums.sha256(download.url().toString()).substring(0, 16);
        Path whole = work.resolve(name + ".whole");
        if (!Files.exists(whole)) {
            PartFile part = new PartFile(work, name);
            transfer.fetch(entry.id(), download, part);
            Files.move(part.file(), whole, StandardCopyOption.ATOMIC_MOVE);
            part.delete();
        }
        return whole;
    }

    /** Install from files that a person has brought: one file, or a folder that holds all by their names. */
    void from(Path fileOrFolder) throws IOException {
        Map<Download, Path> files = new LinkedHashMap<>();
        for (Download download : entry.downloads()) {
            Path file = Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(download.fileName()) : fileOrFolder;
            if (!Files.isRegularFile(file) || !Files.isReadable(file) || files.containsValue(file)) {
                throw notBrought(file);
            }
            files.put(download, file);
        }
        Files.createDirectories(work);
        install(files);
    }

    private ModelException notBrought(Path file) {
        List<String> names = entry.downloads().stream().map(Download::fileName).toList();
        return new ModelException(
                "model " + entry.id() + ": " + file + " is missing, unreadable or not enough; --from takes "
                        + (names.size() == 1 ? "the file " : "a folder with ") + String.join(", ", names));
    }

    private void install(Map<Download, Path> files) throws IOException {
        try {
            Map<Download, String> unpinned = check(files);
            Disk.delete(unpacked);
            Files.createDirectories(unpacked);
            for (Map.Entry<Download, Path> file : files.entrySet()) {
                listener.onProgress(new Progress.Unpacking(file.getKey().fileName()));
                unpack(file.getKey(), file.getValue());
            }
            new ModelFolder(entry.id(), unpacked).seal(entry);
            pin(unpinned);
            moveIntoPlace();
        } finally {
            Disk.delete(work);
        }
    }

    /** Check all hashes, and give those that neither the catalogue nor the lock file knows. */
    private Map<Download, String> check(Map<Download, Path> files) throws IOException {
        Map<Download, String> unpinned = new LinkedHashMap<>();
        for (Map.Entry<Download, Path> file : files.entrySet()) {
            Download download = file.getKey();
            String actual = Checksums.sha256(file.getValue());
            Optional<String> pinned = pins.pinned(download);
            if (!download.sha256().isEmpty()) {
                if (!download.sha256().equals(actual)) {
                    throw untrue(
                            file,
                            actual,
                            "the catalogue says " + download.sha256(),
                            "fetch again; if it comes again,"
                                    + " the file was replaced, or something between here and there replaces it: do not use it");
                }
            } else if (pinned.isEmpty()) {
                unpinned.put(download, actual);
            } else if (!pinned.get().equals(actual)) {
                throw untrue(
                        file,
                        actual,
                        pins.file() + " pins " + pinned.get(),
                        "if its maker says that it has changed," + " delete the line of " + download.url()
                                + " there and fetch again");
            }
        }
        return unpinned;
    }

    private ModelException untrue(Map.Entry<Download, Path> file, String actual, String expected, String cure) {
        String name = file.getValue().startsWith(work)
                ? file.getKey().url().toString()
                : file.getValue().toString();
        return new ModelException("model " + entry.id() + ": " + name + " is not the expected file: its sha256 is "
                + actual + ", but " + expected + "; nothing was installed. Cure: " + cure);
    }

    private void unpack(Download download, Path file) throws IOException {
        if (!(download.packing() instanceof Packing.Plain plain)) {
            new ZipArchive(entry.id(), file, download.fileName(), disk, ZipArchive.ALWAYS_ALLOWED)
                    .unpack(download.packing(), unpacked);
            return;
        }
        Path to = SafePath.below(unpacked, plain.to());
        Files.createDirectories(to.toAbsolutePath().getParent());
        if (file.startsWith(work) && !Files.exists(to)) {
            Files.move(file, to);
            return;
        }
        disk.require(entry.id(), unpacked, Files.size(file));
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            in.transferTo(out);
        }
    }

    private void pin(Map<Download, String> unpinned) throws IOException {
        if (unpinned.isEmpty()) {
            return;
        }
        pins.pin(unpinned);
        unpinned.forEach((download, sha256) ->
                listener.onProgress(new Progress.Pinned(download.fileName(), sha256, pins.file())));
    }

    private void moveIntoPlace() throws IOException {
        if (Files.exists(target)) {
            // A folder cannot be replaced in one step; the broken one steps aside first.
            Files.move(target, work.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
