package dev.aizuchi.app;

import dev.aizuchi.japanese.mask.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Read key files. */
final class Keys {
    private Keys() {}

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
