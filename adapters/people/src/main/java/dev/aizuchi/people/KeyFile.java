package dev.aizuchi.people;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/** Read the key, or make it; only its owner may read it. */
final class KeyFile {
    private static final int BYTES = 32;

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Read the key. */
    byte[] read() throws IOException {
        if (OwnerOnly.isOpenToOthers(file)) {
            throw new AdapterException("others than its owner can read the key " + file + "; chmod 600 " + file);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != BYTES) {
            throw new AdapterException("the key " + file + " has " + key.length + " bytes instead of " + BYTES
                    + "; bring back the one by which the people were stored");
        }
        return key;
    }

    /** Make a key that is there as a whole or not at all. */
    byte[] make() throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        Path unfinished = unfinished();
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished);
        OwnerOnly.restrict(unfinished);
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(key));
            channel.force(true);
        }
        Erasure.move(unfinished, file);
        return key;
    }

    void wipe() throws IOException {
        Erasure.erase(unfinished());
        Erasure.erase(file);
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
