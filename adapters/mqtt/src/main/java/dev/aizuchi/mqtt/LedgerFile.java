package dev.aizuchi.mqtt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.aizuchi.plugin.AdapterException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keep the lines of a ledger on the disk: they are collected, and written all at once.
 *
 * <p>A line that a power cut has torn is left out: what it says was never acted upon. Confined to one thread.
 */
final class LedgerFile implements AutoCloseable {
    private static final int LONGEST_LINE = 2 * Fields.MAX_PAYLOAD;

    private final Path path;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private @Nullable FileChannel channel;
    private boolean mustLast;
    private int lines;

    private LedgerFile(Path path) {
        this.path = path;
    }

    /**
     * Open one, for this process alone; it is made when it is not there.
     *
     * @throws AdapterException when it cannot be read or written, or another process holds it
     */
    static LedgerFile open(Path path) {
        LedgerFile file = new LedgerFile(path);
        try {
            file.take(path);
            return file;
        } catch (IOException e) {
            throw new AdapterException("ledger-file " + path + " cannot be written; check its path and rights", e);
        }
    }

    /** Read what it holds, whole lines alone. */
    List<String> read() {
        try {
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.length() < LONGEST_LINE)
                    .toList();
        } catch (IOException e) {
            throw new AdapterException("ledger-file " + path + " cannot be read; check its rights", e);
        }
    }

    /** Collect that an order was taken; the next {@link #commit} returns only when a power cut cannot undo it. */
    void begun(String id, boolean moves) {
        add(JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("moves", moves)
                .toString()
                .getBytes(StandardCharsets.UTF_8));
        mustLast = true;
    }

    /** Collect how an order ended. */
    void ended(Wire.Ending ending) {
        add(Wire.ending(ending));
    }

    private void add(byte[] line) {
        collected.writeBytes(line);
        collected.write('\n');
        lines++;
    }

    /**
     * Write what was collected.
     *
     * @throws UncheckedIOException when the disk does not take it
     */
    void commit() {
        try {
            write(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(@Nullable FileChannel to) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(collected.toByteArray());
        collected.reset();
        while (to != null && bytes.hasRemaining()) {
            to.write(bytes);
        }
        if (to != null && mustLast) {
            to.force(false);
        }
        mustLast = false;
    }

    /** Count the lines that were written since it was opened or last replaced. */
    int lines() {
        return lines;
    }

    /** Replace all that it holds by what is collected now. */
    void replace() {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel to = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            mustLast = true;
            write(to);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
            close();
            take(path);
            lines = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Path file) throws IOException {
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        channel = opened;
        try {
            if (opened.tryLock() == null) {
                throw taken(file);
            }
        } catch (OverlappingFileLockException e) {
            throw taken(file);
        }
    }

    private AdapterException taken(Path file) {
        close();
        return new AdapterException(
                "ledger-file " + file + " is held by another robot's end; give each a file of its own");
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            channel = null;
        }
    }
}
