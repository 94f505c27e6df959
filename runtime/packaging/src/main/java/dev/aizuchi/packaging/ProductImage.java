package dev.aizuchi.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Put together a folder that runs by itself: a Java runtime, the jars, the models that come with the product. */
final class ProductImage {
    /** The recording by which a new installation is tried out. */
    private static final String RECORDING = "dev/aizuchi/app/bench/26-stop-mei.wav";

    private static final String RECORDINGS = "src/main/resources/dev/aizuchi/app/bench/";

    private static final String CREDITS = "dev/aizuchi/app/bench/CREDITS.txt";

    private ProductImage() {}

    /**
     * Make it in a folder that is not there, or replace the one that is.
     *
     * @param natives libraries that the jars lack for that platform, or null
     */
    static void make(Product product, Platform platform, Path jdk, @Nullable Path natives, Path to) throws IOException {
        Folders.delete(to);
        Files.createDirectories(to);
        JavaRuntime.make(jdk, platform, to.resolve("runtime"));
        new Jars(platform).copy(product.jars(), to.resolve("lib"));
        unpackNatives(platform, to);
        if (natives != null) {
            Folders.copy(natives, to.resolve("native"));
        }
        checkNatives(platform, to.resolve("native"));
        for (Path model : models(product.home().resolve("models"))) {
            Folders.copy(model, to.resolve("models").resolve(model.getFileName()));
        }
        Path app = only(to.resolve("lib"), "aizuchi-app-");
        Jars.unpack(app, RECORDING, to.resolve("share"));
        Jars.unpack(app, CREDITS, to.resolve("share"));
        Files.copy(product.home().resolve("LICENSE"), to.resolve("LICENSE"));
        Files.writeString(to.resolve("VERSION"), product.version() + "\n");
        Files.writeString(to.resolve("share/prepare.yaml"), prepare(product.home()));
        Files.writeString(to.resolve("share/agent.yaml"), agent(product.home()));
        Folders.program("aizuchi.sh", to.resolve("bin/aizuchi"));
        Folders.program("prepare.sh", to.resolve("bin/aizuchi-prepare"));
    }

    /** A robot computer begins with the simulated robot: nothing moves before its file says which. */
    static String agent(Path home) throws IOException {
        String written = Files.readString(home.resolve("runtime/app/agent.yaml"));
        String mqtt = "  use: mqtt\n  with: { broker: \"tcp://127.0.0.1:1883\", robot: care-1 }\n";
        if (!written.contains(mqtt)) {
            throw new IllegalStateException("runtime/app/agent.yaml names another robot than before");
        }
        return written.replace(mqtt, "  use: simulated           # until yours stands here; runtime/robot/README.md\n");
    }

    /** The trial that is part of the sources, with its recording beside it. */
    static String prepare(Path home) throws IOException {
        return Files.readString(home.resolve("runtime/app/prepare.yaml")).replace(RECORDINGS, "");
    }

    /** The large natives lie ready, since unpacking them at each start takes longer than loading them. */
    private static void unpackNatives(Platform platform, Path to) throws IOException {
        Path lib = to.resolve("lib");
        Path natives = Files.createDirectories(to.resolve("native"));
        Jars.unpack(only(lib, "onnxruntime"), "ai/onnxruntime/native/" + platform.onnx() + "/", natives);
        Jars.unpack(only(lib, "vosk-"), platform.jna() + "/libvosk.so", natives);
    }

    /** What would be found missing, or of another computer, by the robot is found here. */
    static void checkNatives(Platform platform, Path natives) throws IOException {
        if (!Files.exists(natives.resolve("libvosk.so"))) {
            throw new PackagingException("no jar has a libvosk.so for " + platform.label()
                    + ": put it into a folder and name that by --natives (runtime/packaging/foreign " + platform.label()
                    + " brings it)");
        }
        for (Path file : Folders.files(natives)) {
            if (!JavaRuntime.platform(file).equals(Optional.of(platform))) {
                throw new PackagingException(file.getFileName() + " is not for Linux on " + platform.label());
            }
        }
    }

    private static List<Path> models(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(model -> Files.exists(model.resolve("SHA256SUMS")))
                    .sorted()
                    .toList();
        }
    }

    private static Path only(Path folder, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new PackagingException("the product has no " + prefix + "*.jar; build it anew"));
        }
    }
}
