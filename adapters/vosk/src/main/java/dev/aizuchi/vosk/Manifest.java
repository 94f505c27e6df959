package dev.aizuchi.vosk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Compare a model's binary files with its {@code SHA256SUMS}, when it has one.
 *
 * <p>Text files may be changed by hand, such as {@code conf/model.conf}, and the library reports its errors in them.
 */
final class Manifest {
    private static final List<String> BINARY = List.of(".mdl", ".fst", ".ie", ".dubm", ".mat");
    private static final int HASH = 64;

    private Manifest() {}

    static void check(ModelDirectory model) throws IOException {
        Path sums = model.path().resolve("SHA256SUMS");
        if (!Files.exists(sums)) {
            return;
        }
        for (String line : Files.readAllLines(sums)) {
            // Hash, blank, a blank or a star, name: as sha256sum writes it.
            String name = line.length() > HASH + 2 ? line.substring(HASH + 2) : "";
            if (BINARY.stream().noneMatch(name::endsWith)) {
                continue;
            }
            Path file = model.path().resolve(name).normalize();
            if (!Files.isRegularFile(file)) {
                throw model.error(name + " is missing");
            }
            if (!hash(file).equals(line.substring(0, HASH).toLowerCase(Locale.ROOT))) {
                throw model.error(name + " is damaged: its hash is not that of SHA256SUMS");
            }
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // Reading feeds the digest.
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
