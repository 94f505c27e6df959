package dev.aizuchi.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Make packages of the built product. */
@Command(
        name = "package",
        mixinStandardHelpOptions = true,
        description = {
            "Make what is installed on a robot computer: a folder that needs no Java, and a Debian package of it.",
            "Exit code 1 when something for it is missing; the message says how to get it."
        })
public final class PackageCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", description = "where to (default: target/package)")
    private Path out = Path.of("target/package");

    @Option(names = "--arch", paramLabel = "A", description = "x86_64 or aarch64 (default: as this machine)")
    private @Nullable Platform arch;

    @Option(
            names = "--jdk",
            paramLabel = "DIR",
            description = "a JDK for that architecture, of this one's version, with its jmods (default: this one)")
    private Path jdk = Path.of(System.getProperty("java.home"));

    @Option(
            names = "--natives",
            paramLabel = "DIR",
            description = "libraries for that architecture that no jar has: libvosk.so for aarch64")
    private @Nullable Path natives;

    @Option(
            names = "--oci",
            paramLabel = "BASE",
            description = {
                "also an image for containers, upon a base with a C library:",
                "a file as by docker save, or a name in a registry, such as debian:bookworm-slim"
            })
    private @Nullable String base;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Run the command and end with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new PackageCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, result) -> {
                    if (!(e instanceof PackagingException) && !(e instanceof IOException)) {
                        throw e;
                    }
                    command.getErr().println("aizuchi: " + e.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    @Override
    public Integer call() throws IOException {
        Product product =
                new Product(Path.of(System.getProperty("aizuchi.home", "")).toAbsolutePath(), version());
        Platform platform = arch == null ? Platform.here() : arch;
        Path image = out.resolve("aizuchi-" + product.version() + "-" + platform.label());
        ProductImage.make(product, platform, jdk, natives, image);
        tell(image);
        DebPackage deb = new DebPackage(product, platform, image);
        deb.write(out.resolve(deb.fileName()));
        tell(out.resolve(deb.fileName()));
        if (base != null) {
            Path oci = out.resolve("aizuchi-" + product.version() + "-" + platform.label() + ".oci.tar");
            OciImage.write(product, platform, image, base, oci);
            tell(oci);
        }
        return 0;
    }

    private void tell(Path made) throws IOException {
        long bytes = 0;
        for (Path file : Folders.files(made)) {
            bytes += Files.size(file);
        }
        PrintWriter told = spec.commandLine().getOut();
        told.println(made + "  " + (bytes + 500_000) / 1_000_000 + " MB");
        told.flush();
    }

    private static String version() {
        String version = PackageCommand.class.getPackage().getImplementationVersion();
        return version == null ? "0-unbuilt" : version;
    }
}
