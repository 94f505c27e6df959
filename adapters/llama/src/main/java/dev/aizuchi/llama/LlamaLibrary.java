package dev.aizuchi.llama;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.args.LogFormat;
import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Load the native library, once for the process.
 *
 * <p>Its own loader unpacks to a fixed name in the common temporary folder, where another user could have put a file
 * first, and writes to standard output, where the runtime's answers go. So it is unpacked here where that matters.
 */
final class LlamaLibrary {
    private static final String LOCATION = "de.kherud.llama.lib.path";
    private static final Map<String, String> PROCESSORS = Map.of("amd64", "x86_64", "aarch64", "aarch64");

    private LlamaLibrary() {}

    /**
     * Load the library.
     *
     * @param own a folder with a build of one's own; absent for the one that comes along, which knows the processor
     *     alone
     * @throws AdapterException when this platform has none
     */
    static synchronized void load(@Nullable Path own) {
        String loaded = System.getProperty(LOCATION);
        if (own != null) {
            if (loaded != null && !loaded.equals(own.toString())) {
                throw new AdapterException(
                        "llama.cpp is loaded already, from " + loaded + "; one process can hold only one build of it");
            }
            System.setProperty(LOCATION, own.toString());
        }
        Path unpacked = null;
        try {
            if (System.getProperty(LOCATION) == null) {
                unpacked = unpack();
            }
            LlamaModel.setLogger(LogFormat.TEXT, (level, text) -> {});
        } catch (IOException | LinkageError e) {
            throw new AdapterException(
                    "llama.cpp does not run on this machine: " + e.getMessage()
                            + "; it needs 64-bit Linux with glibc and libgomp (`apt-get install libgomp1`), macOS or"
                            + " Windows. Run a server instead (`use: openai`), or leave the generator out",
                    e);
        } finally {
            delete(unpacked);
        }
    }

    /** Unpack to a folder that only this user can write; null where the library's own loader has to do. */
    private static @Nullable Path unpack() throws IOException {
        String processor = PROCESSORS.get(System.getProperty("os.arch", ""));
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux");
        if (!linux || processor == null) {
            return null;
        }
        Path file = Files.createTempDirectory("aizuchi-llama").resolve(System.mapLibraryName("jllama"));
        try (InputStream in = LlamaModel.class.getResourceAsStream("Linux/" + processor + "/" + file.getFileName())) {
            if (in == null) {
                throw new IOException("the jar lacks a library for Linux on " + processor);
            }
            Files.copy(in, file);
        }
        System.setProperty(LOCATION, file.resolveSibling("").toString());
        return file;
    }

    /** A library stays usable once it is loaded; its name is needed no more. */
    private static void delete(@Nullable Path file) {
        if (file != null) {
            file.toFile().delete();
            file.resolveSibling("").toFile().delete();
        }
    }
}
