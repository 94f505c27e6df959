package dev.aizuchi.packaging;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Write an image for containers to a file, by Jib: no daemon, and no registry where the base is a file too. */
final class OciImage {
    private static final String HOME = "/usr/lib/aizuchi";
    /** Nobody in the base has this number. */
    private static final String USER = "10001:10001";
    /** What changes seldom comes first, so that a new version brings the last layers alone. */
    private static final String[] LAYERS = {"runtime", "models", "native", "lib", "share", "bin"};

    private OciImage() {}

    /**
     * Write it.
     *
     * @param base a name in a registry, or a file as by {@code docker save}; its C library is used
     */
    static void write(Product product, Platform platform, Path image, String base, Path to) throws IOException {
        Path cache = Files.createTempDirectory("aizuchi-oci");
        try {
            JibContainerBuilder builder = from(base)
                    .setPlatforms(
                            Set.of(new com.google.cloud.tools.jib.api.buildplan.Platform(platform.debian(), "linux")))
                    .setEntrypoint(HOME + "/bin/aizuchi")
                    .setUser(USER)
                    .setEnvironment(Map.of("XDG_CACHE_HOME", "/tmp", "LANG", "C.UTF-8"))
                    .setLabels(Map.of(
                            "org.opencontainers.image.title", "aizuchi",
                            "org.opencontainers.image.version", product.version(),
                            "org.opencontainers.image.licenses", "Apache-2.0"))
                    .setFormat(ImageFormat.OCI)
                    .setCreationTime(Instant.EPOCH);
            for (String layer : LAYERS) {
                if (Files.isDirectory(image.resolve(layer))) {
                    builder.addFileEntriesLayer(layer(image.resolve(layer), layer));
                }
            }
            builder.containerize(Containerizer.to(
                            TarImage.at(to).named("aizuchi:" + product.version().replace("-SNAPSHOT", "")))
                    .setBaseImageLayersCache(cache)
                    .setApplicationLayersCache(cache));
        } catch (InvalidImageReferenceException e) {
            throw new PackagingException(
                    "--oci " + base + " is neither a file nor a name such as debian:bookworm-slim", e);
        } catch (RegistryException | CacheDirectoryCreationException | ExecutionException e) {
            throw new PackagingException(
                    "the base " + base + " cannot be had: " + e.getMessage() + "; save it to a file elsewhere"
                            + " (docker save -o base.tar debian:bookworm-slim) and name that",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Folders.delete(cache);
        }
    }

    private static JibContainerBuilder from(String base) throws InvalidImageReferenceException {
        Path file = Path.of(base);
        return Files.isRegularFile(file) ? Jib.from(TarImage.at(file)) : Jib.from(ImageReference.parse(base));
    }

    private static FileEntriesLayer layer(Path folder, String name) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        for (Path file : Folders.files(folder)) {
            layer.addEntry(
                    file.toRealPath(),
                    AbsoluteUnixPath.get(HOME + "/" + name + "/" + folder.relativize(file)),
                    FilePermissions.fromOctalString(Files.isExecutable(file) ? "755" : "644"));
        }
        return layer.build();
    }
}
