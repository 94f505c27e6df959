package dev.aizuchi.whisper;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Find a model's file and check it before the natives see it: they end the process on some that are damaged. */
final class ModelFile {
    private static final String CURE = "; `./aizuchi models fetch whisper-base` restores the shipped model";
    private static final String SUMS = "SHA256SUMS";
    private static final int MAGIC = 0x67676d6c;
    private static final int HASH = 64;
    private static final int BUFFER = 1 << 16;

    private ModelFile() {}

    /**
     * Give the file of weights.
     *
     * @param model the file itself, or a folder with one file {@code *.bin} in it
     * @throws AdapterException when it is missing or damaged; names path and cure
     */
    static Path checked(Path model) {
        Path path = model.toAbsolutePath().normalize();
        try {
            Path file = Files.isDirectory(path) ? only(path) : path;
            if (!Files.isRegularFile(file)) {
                throw error(file, "no such file");
            }
            checkHead(file);
            checkSum(file);
            return file;
        } catch (IOException e) {
            throw new AdapterException("Whisper model " + path + " cannot be read: " + e, e);
        }
    }

    static AdapterException error(Path file, String what) {
        return new AdapterException("Whisper model " + file + ": " + what + CURE);
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> weights = files.filter(file -> file.toString().endsWith(".bin"))
                    .sorted()
                    .toList();
            if (weights.size() != 1) {
                throw error(folder, weights.isEmpty() ? "holds no *.bin" : "holds more than one *.bin; name the file");
            }
            return weights.get(0);
        }
    }

    private static void checkHead(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(Integer.BYTES);
            if (head.length < Integer.BYTES
                    || ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt() != MAGIC) {
                throw error(file, "is not a model of whisper.cpp");
            }
        }
    }

    /** Compare with the sum that lies beside the file, when there is one. */
    private static void checkSum(Path file) throws IOException {
        Path sums = file.resolveSibling(SUMS);
        if (!Files.exists(sums)) {
            return;
        }
        for (String line : Files.readAllLines(sums)) {
            boolean own = line.length() > HASH + 2
                    && line.substring(HASH + 2).equals(file.getFileName().toString());
            if (own && !line.regionMatches(true, 0, hash(file), 0, HASH)) {
                throw error(file, "is damaged: its hash is not that of " + SUMS);
            }
        }
    }

    private static String hash(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                // Reading feeds the digest.
            }
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
