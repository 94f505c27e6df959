package dev.aizuchi.models;

import dev.aizuchi.models.ModelEntry.Packing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Unpack an archive that nobody vouches for: no entry leaves the folder, and all together stay below a bound. */
final class ZipArchive {
    /** What any archive may unpack to, however small it is. */
    static final long ALWAYS_ALLOWED = 64_000_000;

    /** Beyond this an archive is a bomb, not a model: weights hardly shrink, and graphs about tenfold. */
    private static final int LARGEST_RATIO = 50;

    private static final int MOST_ENTRIES = 20_000;

    private final String model;
    private final Path archive;
    private final String shownName;
    private final Disk disk;
    private final long alwaysAllowed;
    private long allowed;

    ZipArchive(String model, Path archive, String shownName, Disk disk, long alwaysAllowed) {
        this.model = model;
        this.archive = archive;
        this.shownName = shownName;
        this.disk = disk;
        this.alwaysAllowed = alwaysAllowed;
    }

    /** Unpack what the packing asks for; throws when the archive is unsafe, damaged, or holds nothing of it. */
    void unpack(Packing packing, Path folder) {
        try {
            allowed = Math.max(alwaysAllowed, Files.size(archive) * LARGEST_RATIO);
            if (ZipTypes.holdSpecialEntry(archive)) {
                throw refused("it holds a symbolic link or a device", null);
            }
            try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
                if (zip.size() > MOST_ENTRIES) {
                    throw refused("it holds more than " + MOST_ENTRIES + " entries", null);
                }
                unpack(zip, List.copyOf(zip.stream().toList()), packing, folder);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused(
                    looksLikeText()
                            ? "it is no zip archive but text; is there a login page in between?"
                            : Reasons.of(e),
                    e);
        }
    }

    private void unpack(ZipFile zip, List<ZipEntry> entries, Packing packing, Path folder) throws IOException {
        // All names first: an archive with one bad name is not half unpacked.
        entries.forEach(entry -> SafePath.check(entry.getName()));
        Map<ZipEntry, String> wanted = wanted(entries, packing);
        long declared = wanted.keySet().stream().mapToLong(ZipEntry::getSize).sum();
        if (declared > allowed) {
            throw bomb();
        }
        disk.require(model, folder, declared);
        for (Map.Entry<ZipEntry, String> one : wanted.entrySet()) {
            boolean join = packing instanceof Packing.Member;
            write(zip, one.getKey(), SafePath.below(folder, one.getValue()), join);
        }
    }

    /** Give the entries to unpack, each with its path in the model's folder. */
    private Map<ZipEntry, String> wanted(List<ZipEntry> entries, Packing packing) {
        Map<ZipEntry, String> wanted = new LinkedHashMap<>();
        String below = packing instanceof Packing.Member member
                ? member.member()
                : packing instanceof Packing.Tree tree ? tree.strip() : "";
        for (ZipEntry entry : entries) {
            if (packing instanceof Packing.Member member && entry.getName().equals(member.member())) {
                wanted.put(entry, member.to());
            } else if (packing instanceof Packing.Tree
                    && !entry.isDirectory()
                    && entry.getName().startsWith(below)) {
                wanted.put(entry, entry.getName().substring(below.length()));
            }
        }
        if (wanted.isEmpty()) {
            throw refused(below.isEmpty() ? "it is empty" : "it does not hold " + below, null);
        }
        return wanted;
    }

    private void write(ZipFile zip, ZipEntry entry, Path file, boolean join) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry);
                FileChannel out = create(file, join)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                allowed -= n;
                if (allowed < 0) {
                    throw bomb();
                }
                write(out, ByteBuffer.wrap(buffer, 0, n), file, Math.max(n, entry.getSize()));
            }
            out.force(true);
        }
    }

    private static FileChannel create(Path file, boolean join) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        // A name that comes twice in an archive is a mistake or a trick; only parts are joined.
        return join
                ? FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                : FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private void write(FileChannel out, ByteBuffer bytes, Path file, long needed) {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw disk.full(model, file, needed, Reasons.of(e), e);
        }
    }

    private ModelException bomb() {
        return refused("it unpacks to far more than a model of its size would", null);
    }

    private boolean looksLikeText() {
        try (InputStream in = Files.newInputStream(archive)) {
            return new String(in.readNBytes(64), StandardCharsets.ISO_8859_1)
                    .stripLeading()
                    .startsWith("<");
        } catch (IOException e) {
            return false;
        }
    }

    private ModelException refused(String reason, @Nullable Throwable cause) {
        String message = "model " + model + ": " + shownName + " is refused: " + reason
                + "; nothing was kept. Fetch again, or use --from with a file that you trust";
        return cause == null ? new ModelException(message) : new ModelException(message, cause);
    }
}
