package dev.aizuchi.app;

import dev.aizuchi.japanese.mask.Seal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/** Read key files. */
final class Keys {
    private Keys() {}

    /** Make a key that only its owner may read, as a whole or not at all. */
    static void make(Path key) {
        byte[] random = new byte[Seal.KEY_BYTES];
        new SecureRandom().nextBytes(random);
        Path whole = key.toAbsolutePath();
        try {
            Files.createDirectories(whole.resolveSibling(""));
            // Readable by its owner alone, as the JDK makes temporary files.
            Path fresh = Files.createTempFile(whole.resolveSibling(""), "key", ".new");
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(random));
                channel.force(true);
            }
            Files.move(fresh, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ConfigException("cannot make the key " + key + ": " + e.getMessage());
        }
    }

    /** Read the key that seals personal data; what is wrong with it is told with the cure. */
    static Seal seal(Path key) {
        try {
            return new Seal(Files.readAllBytes(key), new SecureRandom());
        } catch (IOException e) {
            throw new ConfigException(
                    "cannot read the key " + key + "; make one with: head -c 32 /dev/urandom > " + key);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(key + ": " + e.getMessage());
        }
    }
}
