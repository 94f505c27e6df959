package dev.aizuchi.mqtt;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that signs certificates for tests. */
final class Authority {
    /** A certificate with its key. */
    record Issued(X509Certificate certificate, PrivateKey key) {
        Path writeCertificate(Path file) throws IOException, CertificateEncodingException {
            return Files.writeString(file, pem("CERTIFICATE", certificate.getEncoded()));
        }

        Path writeKey(Path file) throws IOException {
            return Files.writeString(file, pem("PRIVATE KEY", key.getEncoded()));
        }

        /** Write both as a key store with the password "changeit". */
        Path writeKeyStore(Path file) throws IOException, GeneralSecurityException {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", key, "changeit".toCharArray(), new Certificate[] {certificate});
            try (var out = Files.newOutputStream(file)) {
                store.store(out, "changeit".toCharArray());
            }
            return file;
        }

        private static String pem(String what, byte[] der) {
            return "-----BEGIN " + what + "-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what
                    + "-----\n";
        }
    }

    private static final Duration DAY = Duration.ofDays(1);

    private final Issued own;

    Authority(String name) throws Exception {
        KeyPair keys = keys();
        X500Principal subject = new X500Principal("CN=" + name);
        var builder = builder(subject, subject, keys, Instant.now().plus(DAY));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        this.own = new Issued(sign(builder, keys.getPrivate()), keys.getPrivate());
    }

    X509Certificate certificate() {
        return own.certificate();
    }

    Path write(Path file) throws IOException, CertificateEncodingException {
        return own.writeCertificate(file);
    }

    /** Issue a certificate for a host, by name and address, that ends at a time. */
    Issued issue(String host, String address, Instant end) throws Exception {
        KeyPair keys = keys();
        var builder = builder(own.certificate().getSubjectX500Principal(), new X500Principal("CN=" + host), keys, end);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, host), new GeneralName(GeneralName.iPAddress, address)
        }));
        return new Issued(sign(builder, own.key()), keys.getPrivate());
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, KeyPair keys, Instant end) throws CertIOException {
        Date from = Date.from(Instant.now().minus(DAY.multipliedBy(3)));
        return new JcaX509v3CertificateBuilder(
                issuer, BigInteger.valueOf(System.nanoTime()), from, Date.from(end), subject, keys.getPublic());
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
