package dev.aizuchi.models;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelPackTest {
    @TempDir
    private Path folder = Path.of("");

    private Path pack = Path.of("");

    @BeforeEach
    void a_pack() throws IOException {
        pack = Files.createDirectory(folder.resolve("pack"));
        Files.writeString(pack.resolve("encoder.onnx"), "weights");
        Files.writeString(pack.resolve("README.md"), "card");
        Checksums.write(pack, List.of("README.md", "encoder.onnx"));
    }

    @Test
    void a_pack_signed_by_the_key_is_intact() throws IOException, GeneralSecurityException {
        Path key = signed();
        assertTrue(new ModelPack(pack).verify(key).intact());
        assertTrue(new ModelPack(pack).verify().intact());
    }

    @Test
    void a_changed_file_is_found_although_the_sums_are_signed() throws IOException, GeneralSecurityException {
        Path key = signed();
        Files.writeString(pack.resolve("encoder.onnx"), "weighty");
        assertFalse(new ModelPack(pack).verify(key).intact());
    }

    @Test
    void changed_sums_are_refused() throws IOException, GeneralSecurityException {
        Path key = signed();
        Files.writeString(pack.resolve("encoder.onnx"), "weighty");
        Checksums.write(pack, List.of("README.md", "encoder.onnx"));
        assertThrows(ModelException.class, () -> new ModelPack(pack).verify(key));
    }

    @Test
    void another_key_is_refused() throws IOException, GeneralSecurityException {
        signed();
        Path other = publicKey(keys(), "other.pem");
        assertThrows(ModelException.class, () -> new ModelPack(pack).verify(other));
    }

    @Test
    void a_pack_without_signature_or_sums_is_refused() throws IOException, GeneralSecurityException {
        Path key = publicKey(keys(), "key.pem");
        assertThrows(ModelException.class, () -> new ModelPack(pack).verify(key));
        Files.delete(pack.resolve("SHA256SUMS"));
        assertThrows(ModelException.class, () -> new ModelPack(pack).verify());
    }

    @Test
    void what_is_no_public_key_is_named() throws IOException, GeneralSecurityException {
        signed();
        Path none = Files.writeString(folder.resolve("none.pem"), "hello");
        ModelException refused = assertThrows(ModelException.class, () -> new ModelPack(pack).verify(none));
        assertTrue(String.valueOf(refused.getMessage()).contains("none.pem"));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private Path signed() throws IOException, GeneralSecurityException {
        KeyPair keys = keys();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(Files.readAllBytes(pack.resolve("SHA256SUMS")));
        Files.write(pack.resolve("SHA256SUMS.sig"), signature.sign());
        return publicKey(keys, "key.pem");
    }

    private Path publicKey(KeyPair keys, String name) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
        return Files.writeString(
                folder.resolve(name), "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
    }
}
