package dev.aizuchi.packaging;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Know where the built product lies.
 *
 * @param home the folder that holds {@code runtime} and {@code models}
 * @param version as the build names it
 */
record Product(Path home, String version) {
    Product {
        if (!Files.isDirectory(home.resolve("runtime/app/target/lib"))) {
            throw new PackagingException(home
                    + " holds no built product: ./aizuchi package runs where the sources are, and builds them first");
        }
    }

    Path jars() {
        return home.resolve("runtime/app/target/lib");
    }

    /** Write the version so that the release follows upon its snapshots. */
    String debianVersion() {
        return version.replace("-SNAPSHOT", "~snapshot");
    }
}
