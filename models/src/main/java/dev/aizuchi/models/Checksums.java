package dev.aizuchi.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Read and write the {@code SHA256SUMS} of a model's folder, in the form of the sha256sum command. */
final class Checksums {
    static final String FILE = "SHA256SUMS";
    static final String SIGNATURE = FILE + ".sig";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private Checksums() {}

    static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static void write(Path folder, List<String> names) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            lines.add(sha256(folder.resolve(name)) + "  " + name);
        }
        Files.write(folder.resolve(FILE), lines, StandardCharsets.UTF_8);
    }

    /** Give hash by name; empty when the folder has no such file. */
    static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return sums;
        }
        for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                throw new IOException(file + " holds a line that is not a checksum: " + text);
            }
            String name = line.group(2).startsWith("./") ? line.group(2).substring(2) : line.group(2);
            sums.put(name, line.group(1));
        }
        return sums;
    }
}
