package dev.aizuchi.japanese.mask;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seal what placeholders stand for, or any bytes, so that only the key brings it back: AES-256 in GCM, a fresh nonce
 * each time.
 *
 * <p>Layout: one byte 1, twelve bytes nonce, the ciphertext with its tag of 128 bits. Callable from any thread.
 */
public final class Seal {
    /** Bytes of a key. */
    public static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte VERSION = 1;
    private static final Pattern PLACEHOLDER = Pattern.compile("〔[^〔〕]{1,12}[0-9]{1,9}〕");

    private final SecretKeySpec key;
    private final SecureRandom random;

    /**
     * Use a key.
     *
     * @param key 32 random bytes; copied
     * @param random where nonces come from
     */
    public Seal(byte[] key, SecureRandom random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a key has " + KEY_BYTES + " bytes, not " + key.length + "; make one with a secure random source");
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /** Seal the secrets of a masked text. */
    public byte[] seal(Masked masked) {
        return seal(bytes(masked.secrets()));
    }

    /** Seal bytes. */
    public byte[] seal(byte[] clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(clear);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(VERSION);
            out.writeBytes(nonce);
            out.writeBytes(sealed);
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot do AES/GCM, which every JVM must", e);
        }
    }

    /**
     * Bring the original text back.
     *
     * @return empty when the key is another one, or the sealed bytes were changed
     */
    public Optional<String> unmask(String masked, byte[] sealed) {
        return open(sealed)
                .map(Seal::secrets)
                .map(secrets -> PLACEHOLDER
                        .matcher(masked)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(secrets.getOrDefault(found.group(), found.group()))));
    }

    /**
     * Bring sealed bytes back.
     *
     * @return empty when the key is another one, or the sealed bytes were changed
     */
    public Optional<byte[]> open(byte[] sealed) {
        if (sealed.length <= NONCE_BYTES + 1 || sealed[0] != VERSION) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, NONCE_BYTES + 1));
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES + 1, sealed.length - NONCE_BYTES - 1));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] bytes(Map<String, String> secrets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Map.Entry<String, String> secret : new TreeMap<>(secrets).entrySet()) {
                write(out, secret.getKey());
                write(out, secret.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** UTF-16, so that a lone surrogate comes back as well. */
    private static void write(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static Map<String, String> secrets(byte[] bytes) {
        Map<String, String> secrets = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                String placeholder = read(in);
                secrets.put(placeholder, read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }

    private static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(in.readChar());
        }
        return text.toString();
    }
}
