package dev.aizuchi.models;

import dev.aizuchi.models.ModelEntry.Download;
import dev.aizuchi.models.ModelEntry.Kind;
import dev.aizuchi.models.ModelEntry.Packing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Make models, archives and quick options for the tests. */
final class Given {
    private Given() {}

    static final FetchOptions QUICK = patience(Duration.ofSeconds(5));

    /** Give up on a silent connection early. */
    static final FetchOptions IMPATIENT = patience(Duration.ofMillis(300));

    private static FetchOptions patience(Duration stallTimeout) {
        return new FetchOptions(
                Duration.ofSeconds(5),
                stallTimeout,
                3,
                Duration.ofMillis(1),
                Duration.ofSeconds(20),
                Proxies.of(Map.of()));
    }

    static ModelEntry model(Download... downloads) {
        return new ModelEntry(
                "ears",
                "Ears",
                Kind.RECOGNIZER,
                "Apache-2.0",
                URI.create("https://example.org/"),
                "Somebody",
                0,
                "",
                List.of(downloads));
    }

    static ModelEntry shipped(String id) {
        return new ModelEntry(
                id, "Shipped", Kind.ENCODER, "MIT", URI.create("https://example.org/"), "Somebody", 0, id, List.of());
    }

    static Download plain(URI uri) {
        return new Download(uri, "", 0, new Packing.Plain("model.bin"));
    }

    static Download plain(URI uri, byte[] hashed) {
        return new Download(uri, Bytes.sha256(hashed), hashed.length, new Packing.Plain("model.bin"));
    }

    static Download zip(URI uri, String strip) {
        return new Download(uri, "", 0, new Packing.Tree(strip));
    }

    static ModelStore store(Path root, ModelEntry... models) {
        return new ModelStore(ModelCatalogue.of(List.of(models)), location(root));
    }

    static ModelStore store(Path root, Disk disk, ModelEntry... models) {
        return new ModelStore(ModelCatalogue.of(List.of(models)), location(root), disk);
    }

    static StoreLocation location(Path root) {
        return new StoreLocation(root, root.resolveSibling("shipped"));
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static byte[] zipped(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new LinkedHashMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Hash without the code under test. */
    static final class Bytes {
        private Bytes() {}

        static String sha256(byte[] bytes) {
            try {
                return java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(bytes));
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
