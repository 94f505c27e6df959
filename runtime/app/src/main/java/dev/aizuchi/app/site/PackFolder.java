package dev.aizuchi.app.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Give a pack's files as a folder: the folder itself, or what an archive holds, unpacked until this is closed.
 *
 * <p>An archive that would write outside of its folder, or that holds too much, is refused; its own word on how large
 * it is does not count.
 */
final class PackFolder implements AutoCloseable {
    static final String SITE = "site.yaml";
    static final long MOST_BYTES = 100_000_000;
    static final int MOST_FILES = 2_000;

    private final Path root;
    private final String shown;
    /** What is deleted at the end; empty for a folder of the site's own. */
    private final List<Path> unpacked;

    private PackFolder(Path root, String shown, List<Path> unpacked) {
        this.root = root;
        this.shown = shown;
        this.unpacked = unpacked;
    }

    static PackFolder open(Path pack) {
        if (Files.isDirectory(pack)) {
            return new PackFolder(pack, pack.toString(), List.of());
        }
        if (!Files.isRegularFile(pack)) {
            throw new SitePackException(
                    pack + ": no such folder, .jar or .zip; write a site pack with ./aizuchi site new NAME");
        }
        try {
            Path folder = Files.createTempDirectory("aizuchi-site");
            try {
                unpack(pack, folder);
                return new PackFolder(rootIn(folder), pack.toString(), List.of(folder));
            } catch (IOException | RuntimeException e) {
                delete(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new SitePackException(
                    pack + ": cannot be unpacked: " + e.getMessage() + "; pack the folder anew as .zip or .jar", e);
        }
    }

    Path root() {
        return root;
    }

    /** Name a file as the person who named the pack would. */
    String shown(Path file) {
        return shown + "/" + root.relativize(file).toString().replace('\\', '/');
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > MOST_FILES) {
                throw new SitePackException(
                        archive + ": holds more than " + MOST_FILES + " files; leave out what no" + " site pack has");
            }
            long left = MOST_BYTES;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path target = target(archive, folder, entry.getName());
                if (!entry.isDirectory()) {
                    Files.createDirectories(target.getParent());
                    left -= copy(zip.getInputStream(entry), target, left);
                    if (left < 0) {
                        throw new SitePackException(archive + ": holds more than " + MOST_BYTES / 1_000_000
                                + " MB unpacked; leave out large documents");
                    }
                }
            }
        }
    }

    private static Path target(Path archive, Path folder, String name) {
        try {
            Path target = folder.resolve(name).normalize();
            if (target.startsWith(folder) && !name.startsWith("/") && !name.contains("\\")) {
                return target;
            }
        } catch (InvalidPathException e) {
            throw new SitePackException(archive + ": holds a file that cannot be written: " + name, e);
        }
        throw new SitePackException(
                archive + ": " + name + " would be written outside of the pack; pack the folder anew");
    }

    /** Copy until the end, or until more has come than may. */
    private static long copy(InputStream from, Path target, long most) throws IOException {
        try (InputStream in = from;
                OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[65_536];
            long copied = 0;
            for (int read = in.read(buffer); read >= 0 && copied <= most; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                copied += read;
            }
            return copied;
        }
    }

    /** Many programs pack the folder rather than what is in it. */
    private static Path rootIn(Path folder) throws IOException {
        if (Files.exists(folder.resolve(SITE))) {
            return folder;
        }
        try (Stream<Path> inner = Files.list(folder)) {
            return inner.filter(each -> Files.exists(each.resolve(SITE)))
                    .findFirst()
                    .orElse(folder);
        }
    }

    @Override
    public void close() {
        try {
            for (Path folder : unpacked) {
                delete(folder);
            }
        } catch (IOException e) {
            System.getLogger(PackFolder.class.getName())
                    .log(System.Logger.Level.WARNING, "a temporary folder is left behind", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
