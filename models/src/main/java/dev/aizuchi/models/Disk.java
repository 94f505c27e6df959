package dev.aizuchi.models;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Tell how much a file system can still take. */
@FunctionalInterface
interface Disk {
    /** Give the bytes free for this user on the file system that holds the folder. */
    long free(Path folder) throws IOException;

    static Disk real() {
        return folder -> Files.getFileStore(folder).getUsableSpace();
    }

    /** Refuse before the first byte when the file system cannot take what is needed. */
    default void require(String model, Path folder, long needed) {
        try {
            if (free(folder) < needed) {
                throw full(model, folder, needed, "the disk is too full", null);
            }
        } catch (IOException e) {
            throw new ModelException("model " + model + ": " + folder + " cannot be read: " + Reasons.of(e), e);
        }
    }

    /** Describe a failed write; whatever its cause, the free space is the first thing to look at. */
    default ModelException full(String model, Path folder, long needed, String reason, @Nullable Throwable cause) {
        String space;
        try {
            space = Reasons.size(needed) + " needed, " + Reasons.size(free(folder)) + " free";
        } catch (IOException e) {
            space = Reasons.size(needed) + " needed";
        }
        String message = "model " + model + ": cannot write to " + folder + ": " + reason + " (" + space
                + "); make room, or set AIZUCHI_MODELS to a folder on another disk";
        return cause == null ? new ModelException(message) : new ModelException(message, cause);
    }

    static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException e) {
            // Something in it is worth keeping.
        }
    }

    /** Delete a file or a folder with all in it; symbolic links are deleted, not followed. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
