package dev.aizuchi.models;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** Let one process at a time change a store; the system frees the lock of a process that dies. */
final class StoreLock implements AutoCloseable {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final Path root;
    private final FileChannel channel;

    private StoreLock(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    static StoreLock acquire(Path root, Duration timeout, ProgressListener listener) {
        Path file = root.resolve(".lock");
        FileChannel channel = open(file);
        try {
            long tries = 1 + timeout.toMillis() / BETWEEN_TRIES.toMillis();
            for (long i = 0; i < tries; i++) {
                if (tryLock(channel, file).isPresent()) {
                    return new StoreLock(root, channel);
                }
                if (i == 0) {
                    listener.onProgress(new Progress.Waiting(file));
                }
                Thread.sleep(BETWEEN_TRIES.toMillis());
            }
            throw new ModelException("another process has held " + file + " for " + timeout.toSeconds()
                    + " s; let its fetch end, or end that process");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(channel);
            throw new ModelException("interrupted while waiting for " + file + "; fetch again", e);
        } catch (RuntimeException e) {
            close(channel);
            throw e;
        }
    }

    /** Give the folder that may be changed while this is held. */
    Path root() {
        return root;
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel, Path file) {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            // Another store of this very process: the same as another process.
            return Optional.empty();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static ModelException unwritable(Path file, IOException cause) {
        return new ModelException(
                "the model store " + file.getParent() + " cannot be written: " + Reasons.of(cause)
                        + "; change its permissions, or set AIZUCHI_MODELS to a folder of yours on a local disk",
                cause);
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(StoreLock.class.getName()).log(System.Logger.Level.DEBUG, "the store's lock", e);
        }
    }
}
