package dev.aizuchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Write what a user begins with into a folder of its own, and over nothing that is there. */
final class NewFolder {
    private NewFolder() {}

    /** Writes what belongs into a folder, which it makes. */
    interface Content {
        void write(Path folder) throws IOException;
    }

    /**
     * Write a folder that is not there yet.
     *
     * @throws ConfigException when it is, or cannot be written
     */
    static void write(Path folder, Content content) {
        if (Files.exists(folder)) {
            throw new ConfigException(folder + " is there already; take another name or remove it");
        }
        try {
            content.write(folder);
        } catch (IOException e) {
            throw new ConfigException(folder + " cannot be written: " + e.getMessage(), e);
        }
    }
}
