package dev.aizuchi.whisper;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import dev.aizuchi.plugin.AdapterException;
import io.github.givimad.whisperjni.WhisperJNI;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Load the natives out of whisper-jni's jar, once for the process.
 *
 * <p>Its own loader gives up on 64-bit ARM without half-precision arithmetic (Cortex-A72 and older), although the jar
 * has a library for it.
 */
final class Natives {
    /** One library that whisper needs, for processors that have all of the features, best first. */
    private record Arithmetic(String file, List<String> features) {}

    private static final Map<String, List<Arithmetic>> LINUX = Map.of(
            "amd64",
            List.of(
                    new Arithmetic("libggml+mf16c+mfma+mavx+mavx2.so", List.of("avx2", "fma", "f16c")),
                    new Arithmetic("libggml.so", List.of())),
            "arm64",
            List.of(
                    new Arithmetic("libggml+fp16.so", List.of("asimdhp")),
                    new Arithmetic("libggml+crc.so", List.of("crc32"))),
            "armv7l",
            List.of(new Arithmetic("libggml+crc.so", List.of("crc32")), new Arithmetic("libggml.so", List.of())));

    private static final String GGML = "libggml.so";
    private static final String WHISPER = "libwhisper.so.1";
    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final WhisperLibrary.Log SILENT = (level, text, data) -> {};

    private static @Nullable WhisperLibrary loaded;

    private Natives() {}

    /**
     * Give the library.
     *
     * @throws AdapterException when this platform has none
     */
    static synchronized WhisperLibrary library() {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    private static WhisperLibrary load() {
        try {
            waitPatiently();
            WhisperLibrary library = bind(unpacked());
            library.whisper_log_set(SILENT, null);
            if (!library.whisper_full_default_params(WhisperLibrary.GREEDY).isKnownLayout()) {
                throw new AdapterException("libwhisper is not of version 1.7.1, which this adapter knows;"
                        + " take the natives of whisper-jni 1.7.1");
            }
            return library;
        } catch (IOException | LinkageError e) {
            throw missing(e);
        }
    }

    private static WhisperLibrary bind(Path folder) {
        NativeLibrary ggml = NativeLibrary.getInstance(folder.resolve(GGML).toString());
        try {
            return Native.load(
                    folder.resolve(WHISPER).toString(),
                    WhisperLibrary.class,
                    Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
        } finally {
            // JNA unloads what nobody holds; from here on libwhisper does.
            Reference.reachabilityFence(ggml);
        }
    }

    /**
     * Make the threads of a decoding sleep while they wait for each other. OpenMP lets them spin, which on a machine
     * that has other work takes ten times as long. It reads this once, when it is loaded; what the user has set stays.
     */
    private static void waitPatiently() {
        Environment.LIBC.setenv("OMP_WAIT_POLICY", "passive", 0);
    }

    /** The process's own environment, which Java only copies. */
    private interface Environment extends Library {
        Environment LIBC = Native.load("c", Environment.class);

        int setenv(String name, String value, int overwrite);
    }

    /** Unpack the libraries side by side: one finds the other there. */
    private static Path unpacked() throws IOException {
        String processor = processor();
        Path folder = Files.createTempDirectory("aizuchi-whisper");
        // In this order: what is registered last is deleted first.
        folder.toFile().deleteOnExit();
        copy(processor, arithmetic(processor), folder.resolve(GGML));
        copy(processor, WHISPER, folder.resolve(WHISPER));
        return folder;
    }

    private static String processor() throws IOException {
        if (Platform.isLinux() && Platform.isIntel() && Platform.is64Bit()) {
            return "amd64";
        }
        if (Platform.isLinux() && Platform.isARM()) {
            return Platform.is64Bit() ? "arm64" : "armv7l";
        }
        throw new IOException("no natives for " + Platform.RESOURCE_PREFIX);
    }

    private static String arithmetic(String processor) throws IOException {
        String cpu = Files.exists(CPU) ? Files.readString(CPU) : "";
        return LINUX.getOrDefault(processor, List.of()).stream()
                .filter(one -> one.features.stream().allMatch(cpu::contains))
                .findFirst()
                .orElseThrow(() -> new IOException("no natives for this " + processor + " processor"))
                .file();
    }

    private static void copy(String processor, String name, Path to) throws IOException {
        try (InputStream in = WhisperJNI.class.getResourceAsStream("/debian-" + processor + "/" + name)) {
            if (in == null) {
                throw new IOException("whisper-jni's jar lacks debian-" + processor + "/" + name);
            }
            Files.copy(in, to);
            to.toFile().deleteOnExit();
        }
    }

    private static AdapterException missing(Throwable cause) {
        return new AdapterException(
                "Whisper does not run on this machine (" + Platform.RESOURCE_PREFIX + "): " + why(cause)
                        + "; it needs Linux on x86-64 or ARM with glibc and libgomp (`apt-get install libgomp1`)."
                        + " Leave the second pass out of the configuration, or hear with another recogniser",
                cause);
    }

    /** What follows the first two lines, the library and what it lacks, is the whole class path. */
    private static String why(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().limit(2).collect(Collectors.joining(" "));
    }
}
