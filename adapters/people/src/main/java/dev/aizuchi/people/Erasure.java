package dev.aizuchi.people;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Take files away so that their bytes are overwritten first; what a disk keeps on its own is beyond it. */
final class Erasure {
    private static final int BLOCK = 8_192;

    private Erasure() {}

    /** Overwrite and delete a file, if it is there. */
    static void erase(Path file) throws IOException {
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                overwrite(channel);
            }
            Files.delete(file);
            sync(parent(file));
        }
    }

    /** Put a file in the place of another in one step, then overwrite what the other held. */
    static void replace(Path file, Path by) throws IOException {
        try (FileChannel written = FileChannel.open(by, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        if (!Files.exists(file)) {
            move(by, file);
            return;
        }
        // Held open, what is replaced can still be reached.
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
            move(by, file);
            overwrite(old);
        }
    }

    /** Move in one step; whoever looks sees the one or the other, also after a power cut. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        sync(parent(to));
    }

    private static void overwrite(FileChannel channel) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(BLOCK);
        long size = channel.size();
        for (long at = 0; at < size; at += zeros.position()) {
            zeros.clear().limit((int) Math.min(BLOCK, size - at));
            channel.write(zeros, at);
        }
        channel.force(true);
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory)) {
            channel.force(true);
        }
    }

    private static Path parent(Path file) {
        return file.toAbsolutePath().resolveSibling("");
    }
}
