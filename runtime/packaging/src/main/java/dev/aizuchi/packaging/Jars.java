package dev.aizuchi.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copy jars without the native code of other kinds of computers. */
final class Jars {
    private final Platform platform;

    Jars(Platform platform) {
        this.platform = platform;
    }

    void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> jars = Files.list(from)) {
            List<Path> all = jars.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            for (Path jar : all) {
                copyJar(jar, to.resolve(jar.getFileName()));
            }
        }
    }

    private void copyJar(Path jar, Path copy) throws IOException {
        try (ZipFile in = new ZipFile(jar.toFile())) {
            if (in.stream().noneMatch(entry -> platform.isForeign(entry.getName()))) {
                Files.copy(jar, copy);
                return;
            }
            try (OutputStream file = Files.newOutputStream(copy);
                    ZipOutputStream out = new ZipOutputStream(file)) {
                for (ZipEntry entry : in.stream().toList()) {
                    if (!platform.isForeign(entry.getName())) {
                        copyEntry(in, entry, out);
                    }
                }
            }
        }
    }

    private static void copyEntry(ZipFile in, ZipEntry entry, ZipOutputStream out) throws IOException {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTime(entry.getTime());
        out.putNextEntry(same);
        try (InputStream bytes = in.getInputStream(entry)) {
            bytes.transferTo(out);
        }
        out.closeEntry();
    }

    /** Unpack what lies below a folder of a jar, without its sub-folders' names; nothing where it is not there. */
    static void unpack(Path jar, String folder, Path to) throws IOException {
        try (ZipFile in = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : in.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(folder) && !entry.isDirectory()) {
                    Files.createDirectories(to);
                    try (InputStream bytes = in.getInputStream(entry)) {
                        Files.copy(bytes, to.resolve(name.substring(name.lastIndexOf('/') + 1)));
                    }
                }
            }
        }
    }
}
