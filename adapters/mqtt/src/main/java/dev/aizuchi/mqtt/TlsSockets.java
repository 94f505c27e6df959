package dev.aizuchi.mqtt;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Make sockets for TLS, from certificates in PEM; they send small messages at once, as {@link Sockets} does. */
final class TlsSockets extends SSLSocketFactory {
    private static final String KEY = "PRIVATE KEY-----";

    private final SSLSocketFactory factory;

    private TlsSockets(SSLSocketFactory factory) {
        this.factory = factory;
    }

    static TlsSockets of(MqttSettings settings) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own(settings.certFile(), settings.keyFile()), trusted(settings.caFile()), null);
            return new TlsSockets(context.getSocketFactory());
        } catch (GeneralSecurityException e) {
            throw new AdapterException("this Java has no TLS: " + e.getMessage() + "; install a complete one", e);
        }
    }

    /** Trust those in the file, or without one those of the Java installation. */
    private static TrustManager @Nullable [] trusted(@Nullable Path caFile) {
        if (caFile == null) {
            return null;
        }
        try {
            KeyStore store = emptyStore();
            for (Certificate certificate : certificates(caFile)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw new AdapterException(
                    "ca-file " + caFile + " cannot be used: " + e.getMessage() + "; give certificates in PEM", e);
        }
    }

    private static KeyManager @Nullable [] own(@Nullable Path certFile, @Nullable Path keyFile) {
        if (certFile == null || keyFile == null) {
            return null;
        }
        try {
            List<Certificate> chain = certificates(certFile);
            PrivateKey key = key(keyFile, chain.get(0).getPublicKey().getAlgorithm());
            KeyStore store = emptyStore();
            store.setKeyEntry("own", key, new char[0], chain.toArray(new Certificate[0]));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            return keys.getKeyManagers();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new AdapterException(
                    "cert-file " + certFile + " and key-file " + keyFile + " cannot be used: " + e.getMessage()
                            + "; give the certificate in PEM, and its key as openssl pkcs8 -topk8 -nocrypt writes it",
                    e);
        }
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    private static List<Certificate> certificates(Path file) throws IOException, CertificateException {
        try (InputStream pem = Files.newInputStream(file)) {
            List<Certificate> certificates =
                    new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(pem));
            if (certificates.isEmpty()) {
                throw new CertificateException("there is no certificate in " + file);
            }
            return certificates;
        }
    }

    private static PrivateKey key(Path file, String algorithm) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file);
        int begin = pem.indexOf("-----BEGIN " + KEY);
        int end = pem.indexOf("-----END " + KEY);
        if (begin < 0 || end < begin) {
            throw new GeneralSecurityException("there is no plain private key in " + file);
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.substring(begin + ("-----BEGIN " + KEY).length(), end));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return Sockets.prompt(factory.createSocket());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return Sockets.prompt(factory.createSocket(socket, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return Sockets.prompt(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return Sockets.prompt(factory.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return Sockets.prompt(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return Sockets.prompt(factory.createSocket(address, port, localAddress, localPort));
    }
}
