package dev.aizuchi.core;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.aizuchi.japanese.mask.Seal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/**
 * Keep what was put off, so that the agent still knows it after a restart: with the words of people, so sealed, and
 * readable by its owner alone.
 *
 * <p>The file is written anew at each change and put in the place of the old one in one step: whoever is killed leaves
 * the one or the other. Callable from any thread.
 */
public final class ReminderFile {
    private static final TypeReference<List<PutOff>> LIST = new TypeReference<>() {};

    private final Path file;
    private final Seal seal;
    private final Duration keep;
    private final List<PutOff> before;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();
    private long written;

    private ReminderFile(Path file, Seal seal, Duration keep) throws IOException {
        this.file = file.toAbsolutePath();
        this.seal = seal;
        this.keep = keep;
        this.before = read();
    }

    /**
     * Open the file, which need not be there yet.
     *
     * @param keep what fell due longer ago is forgotten, not told any more
     * @throws IOException when it cannot be read, was damaged, or was sealed by another key
     */
    public static ReminderFile open(Path file, Seal seal, Duration keep) throws IOException {
        return new ReminderFile(file, seal, keep);
    }

    /** Give what was put off when the file was opened, in order. */
    List<PutOff> before() {
        return before;
    }

    Duration keep() {
        return keep;
    }

    /**
     * Write what is put off; on the disk when this returns.
     *
     * @param change counts the changes: one that comes after a later one is left out
     */
    synchronized void write(long change, List<PutOff> all) throws IOException {
        if (change <= written) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        if (Files.getFileStore(fresh).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer sealed = ByteBuffer.wrap(seal.seal(json.writeValueAsBytes(all)));
            while (sealed.hasRemaining()) {
                channel.write(sealed);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(file.resolveSibling(""))) {
            directory.force(true);
        }
        written = change;
    }

    private List<PutOff> read() throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        if (!Files.exists(file)) {
            return List.of();
        }
        byte[] clear = seal.open(Files.readAllBytes(file))
                .orElseThrow(() -> new IOException(file + " was damaged or sealed by another key;"
                        + " bring the key back, or delete the file and with it what people asked to be reminded of"));
        return List.copyOf(json.readValue(clear, LIST));
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
