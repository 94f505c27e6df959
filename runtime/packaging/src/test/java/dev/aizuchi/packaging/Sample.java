package dev.aizuchi.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A built product and its image, in a few small files. */
final class Sample {
    private Sample() {}

    static Product product(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("runtime/app/target/lib"));
        Files.writeString(folder.resolve("LICENSE"), "Apache License\n");
        return new Product(folder, "1.2.3-SNAPSHOT");
    }

    static Path image(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("share"));
        Files.writeString(folder.resolve("share/agent.yaml"), "site: { speaker: 101号室 }\n");
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/a.jar"), "x".repeat(3_000));
        Files.createSymbolicLink(folder.resolve("lib/b.jar"), Path.of("a.jar"));
        Folders.program("aizuchi.sh", folder.resolve("bin/aizuchi"));
        return folder;
    }
}
