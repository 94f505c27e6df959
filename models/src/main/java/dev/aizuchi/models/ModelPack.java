package dev.aizuchi.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Check a model that somebody made and handed over: a folder with {@code SHA256SUMS} and, over these, an Ed25519
 * signature (RFC 8032) in {@code SHA256SUMS.sig}, as {@code models/training/adapt} writes both.
 */
public final class ModelPack {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private final Path folder;

    /** Name the folder; nothing is read yet. */
    public ModelPack(Path folder) {
        this.folder = folder;
    }

    /**
     * Hash every file.
     *
     * @throws ModelException when the folder has no sums, or cannot be read
     */
    public Verification verify() {
        if (!Files.isRegularFile(folder.resolve(Checksums.FILE))) {
            throw new ModelException(folder + " has no " + Checksums.FILE + ": it is no pack of a model");
        }
        return new ModelFolder(String.valueOf(folder.getFileName()), folder).verify();
    }

    /**
     * Hash every file, but only after the sums have been found to be signed.
     *
     * <p>A file that the sums do not name is not covered by the signature; the result has it as unknown.
     *
     * @param key an Ed25519 public key, PEM
     * @throws ModelException when there is no signature, another key made it, or the key cannot be read
     */
    public Verification verify(Path key) {
        Path signature = folder.resolve(Checksums.SIGNATURE);
        if (!Files.isRegularFile(signature)) {
            throw new ModelException(folder + " is not signed: there is no " + Checksums.SIGNATURE);
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(read(key));
            check.update(Files.readAllBytes(folder.resolve(Checksums.FILE)));
            if (!check.verify(Files.readAllBytes(signature))) {
                throw new ModelException(
                        folder + " is not signed by " + key + ": the sums or the signature are others'");
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new ModelException(folder + ": its signature cannot be checked: " + Reasons.of(e), e);
        }
        return verify();
    }

    private static PublicKey read(Path key) throws IOException, GeneralSecurityException {
        String pem = Files.readString(key, StandardCharsets.US_ASCII).strip();
        if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
            throw new ModelException(key + " is no public key: it must begin with " + BEGIN);
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.substring(BEGIN.length(), pem.length() - END.length()));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    }
}
