package dev.aizuchi.ros2.rosbridge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Make a certificate for 127.0.0.1 with the JDK's keytool. */
final class TestCertificate {
    private static final String PASSWORD = "himitsu";

    final SSLContext server;
    final Path pem;

    TestCertificate(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("store.p12");
        pem = folder.resolve("certificate.pem");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=bridge", "-ext", "san=ip:127.0.0.1");
        keytool(store, "-exportcert", "-rfc", "-file", pem.toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        server = SSLContext.getInstance("TLS");
        server.init(factory.getKeyManagers(), null, null);
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "bridge", "-keystore", store.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
