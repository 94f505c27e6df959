package dev.aizuchi.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;

/** Make a Java runtime of the parts that the product needs, by jlink. */
final class JavaRuntime {
    /** All of Java SE, and of the JDK what libraries reach for. */
    private static final String MODULES = String.join(
            ",",
            "java.se",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.httpserver",
            "jdk.jcmd",
            "jdk.localedata",
            "jdk.management",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    private static final int ELF_MACHINE = 18;
    private static final int ELF_X86_64 = 0x3E;
    private static final int ELF_AARCH64 = 0xB7;

    private JavaRuntime() {}

    /**
     * Make it.
     *
     * @param jdk a JDK of that platform, of the same feature release as this one
     * @throws PackagingException when it is none
     */
    static void make(Path jdk, Platform platform, Path to) {
        Path modules = jdk.resolve("jmods");
        if (!Files.isDirectory(modules)) {
            throw new PackagingException(jdk + " has no folder jmods: name the folder of a whole JDK by --jdk"
                    + " (Debian: openjdk-17-jdk-headless)");
        }
        StringWriter told = new StringWriter();
        PrintWriter out = new PrintWriter(told);
        List<String> arguments = List.of(
                "--module-path",
                modules.toString(),
                "--add-modules",
                MODULES,
                "--include-locales=ja,en",
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                to.toString());
        int code = jlink().run(out, out, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new PackagingException("jlink cannot make a runtime of " + jdk + ": "
                    + told.toString().strip());
        }
        Platform made = platform(to.resolve("bin/java"))
                .orElseThrow(() -> new PackagingException(jdk + " is not for Linux on x86_64 or aarch64"));
        if (made != platform) {
            throw new PackagingException(
                    jdk + " is for " + made.label() + ", not " + platform.label() + ": name a JDK for that by --jdk");
        }
    }

    private static ToolProvider jlink() {
        return ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new PackagingException("this Java has no jlink: start by a whole JDK"));
    }

    /** Read from a program for which platform it is. */
    static Optional<Platform> platform(Path program) {
        try (InputStream in = Files.newInputStream(program)) {
            byte[] head = in.readNBytes(ELF_MACHINE + 1);
            if (head.length <= ELF_MACHINE || head[1] != 'E' || head[2] != 'L' || head[3] != 'F') {
                return Optional.empty();
            }
            return switch (head[ELF_MACHINE] & 0xFF) {
                case ELF_X86_64 -> Optional.of(Platform.X86_64);
                case ELF_AARCH64 -> Optional.of(Platform.AARCH64);
                default -> Optional.empty();
            };
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
