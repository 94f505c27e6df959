package dev.aizuchi.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Write a Debian package (deb(5), format 2.0) of an image; needs no dpkg. */
final class DebPackage {
    private static final int FILE = 0100644;
    private static final int PROGRAM = 0100755;
    private static final String HOME = "usr/lib/aizuchi";

    private final Product product;
    private final Platform platform;
    private final Path image;
    private final StringBuilder sums = new StringBuilder();
    private final Set<String> folders = new TreeSet<>();
    private long bytes;

    DebPackage(Product product, Platform platform, Path image) {
        this.product = product;
        this.platform = platform;
        this.image = image;
    }

    /** Name the file as Debian does. */
    String fileName() {
        return "aizuchi_" + product.debianVersion() + "_" + platform.debian() + ".deb";
    }

    void write(Path to) throws IOException {
        Path data = Files.createTempFile("aizuchi", ".tar.gz");
        try {
            try (TarArchiveOutputStream tar = tar(Files.newOutputStream(data))) {
                data(tar);
            }
            try (OutputStream file = Files.newOutputStream(to);
                    ArArchiveOutputStream deb = new ArArchiveOutputStream(file)) {
                member(deb, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
                member(deb, "control.tar.gz", control());
                deb.putArchiveEntry(new ArArchiveEntry("data.tar.gz", Files.size(data), 0, 0, FILE, 0));
                Files.copy(data, deb);
                deb.closeArchiveEntry();
            }
        } finally {
            Files.delete(data);
        }
    }

    private void data(TarArchiveOutputStream tar) throws IOException {
        tar.putArchiveEntry(root(new TarArchiveEntry("./"), 040755));
        tar.closeArchiveEntry();
        text(tar, "etc/aizuchi/agent.yaml", Files.readString(image.resolve("share/agent.yaml")), FILE);
        text(tar, "usr/lib/systemd/system/aizuchi.service", Folders.text("aizuchi.service"), FILE);
        link(tar, "usr/bin/aizuchi", "../lib/aizuchi/bin/aizuchi");
        for (Path file : Folders.files(image)) {
            String name = HOME + "/" + image.relativize(file);
            if (Files.isSymbolicLink(file)) {
                link(tar, name, Files.readSymbolicLink(file).toString());
            } else {
                file(tar, name, file);
            }
        }
        text(tar, "usr/lib/sysusers.d/aizuchi.conf", Folders.text("aizuchi.sysusers"), FILE);
        text(tar, "usr/share/doc/aizuchi/copyright", copyright(), FILE);
    }

    private String copyright() throws IOException {
        return "Aizuchi. The libraries' licences lie in their jars, the models' beside them in /usr/lib/aizuchi/models,\n"
                + "that of the Java runtime in /usr/lib/aizuchi/runtime/legal.\n\n"
                + Files.readString(product.home().resolve("LICENSE"));
    }

    private byte[] control() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = tar(out)) {
            String control = Folders.text("control/control")
                    .replace("{version}", product.debianVersion())
                    .replace("{architecture}", platform.debian())
                    .replace("{kilobytes}", String.valueOf((bytes + 1_023) / 1_024));
            entry(tar, "./control", control.getBytes(StandardCharsets.UTF_8), FILE);
            entry(tar, "./conffiles", "/etc/aizuchi/agent.yaml\n".getBytes(StandardCharsets.UTF_8), FILE);
            entry(tar, "./md5sums", sums.toString().getBytes(StandardCharsets.UTF_8), FILE);
            for (String script : new String[] {"postinst", "prerm", "postrm"}) {
                entry(tar, "./" + script, Folders.text("control/" + script).getBytes(StandardCharsets.UTF_8), PROGRAM);
            }
        }
        return out.toByteArray();
    }

    private static TarArchiveOutputStream tar(OutputStream to) throws IOException {
        // Without a time, two packages of one product are the same.
        TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GzipCompressorOutputStream(to, new GzipParameters()), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        return tar;
    }

    private static void member(ArArchiveOutputStream deb, String name, byte[] content) throws IOException {
        deb.putArchiveEntry(new ArArchiveEntry(name, content.length, 0, 0, FILE, 0));
        deb.write(content);
        deb.closeArchiveEntry();
    }

    private void text(TarArchiveOutputStream tar, String name, String text, int mode) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        above(tar, name);
        entry(tar, "./" + name, content, mode);
        count(name, HexFormat.of().formatHex(md5().digest(content)), content.length);
    }

    private static void entry(TarArchiveOutputStream tar, String name, byte[] content, int mode) throws IOException {
        TarArchiveEntry entry = root(new TarArchiveEntry(name), mode);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private void file(TarArchiveOutputStream tar, String name, Path file) throws IOException {
        above(tar, name);
        TarArchiveEntry entry = root(new TarArchiveEntry("./" + name), Files.isExecutable(file) ? PROGRAM : FILE);
        entry.setSize(Files.size(file));
        tar.putArchiveEntry(entry);
        MessageDigest md5 = md5();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), md5)) {
            in.transferTo(tar);
        }
        tar.closeArchiveEntry();
        count(name, HexFormat.of().formatHex(md5.digest()), Files.size(file));
    }

    private void link(TarArchiveOutputStream tar, String name, String target) throws IOException {
        above(tar, name);
        TarArchiveEntry entry = root(new TarArchiveEntry("./" + name, TarConstants.LF_SYMLINK), 0120777);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    /** Write the folders above a file, each once. */
    private void above(TarArchiveOutputStream tar, String name) throws IOException {
        for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
            String folder = name.substring(0, slash + 1);
            if (folders.add(folder)) {
                tar.putArchiveEntry(root(new TarArchiveEntry("./" + folder), 040755));
                tar.closeArchiveEntry();
            }
        }
    }

    private static TarArchiveEntry root(TarArchiveEntry entry, int mode) {
        entry.setIds(0, 0);
        entry.setNames("root", "root");
        entry.setMode(mode);
        entry.setModTime(0);
        return entry;
    }

    private void count(String name, String md5, long size) {
        sums.append(md5).append("  ").append(name).append('\n');
        bytes += size;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
