package dev.aizuchi.vosk;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import dev.aizuchi.plugin.AdapterException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vosk.LibVosk;
import org.vosk.LogLevel;

/**
 * Load libvosk out of its jar, once and for as long as the process lives; callable from any thread.
 *
 * <p>JNA unloads a library that no object of Java refers to. A recogniser that is opened later would unpack and load
 * another copy, and threads that end, or the process, would run into what is no longer there.
 */
final class Natives {
    private static @Nullable VoskLibrary loaded;

    private Natives() {}

    /**
     * Give the library, whose log is silent.
     *
     * @throws AdapterException when this platform has none
     */
    static synchronized VoskLibrary library() {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    private static VoskLibrary load() {
        try {
            if (Platform.isWindows()) {
                // It unpacks the libraries that libvosk needs there. Elsewhere it would load libvosk a second time, and
                // two copies free the same memory at exit.
                LibVosk.setLogLevel(LogLevel.WARNINGS);
            }
            VoskLibrary library = Native.load(
                    Platform.isWindows() ? "libvosk" : "vosk",
                    VoskLibrary.class,
                    Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
            library.vosk_set_log_level(VoskLibrary.SILENT);
            return library;
        } catch (LinkageError e) {
            throw new AdapterException(
                    "there is no libvosk for " + Platform.RESOURCE_PREFIX
                            + " on this machine; for Linux on ARM take vosk/libvosk.so out of the wheel of"
                            + " `pip download --no-deps --only-binary=:all: --platform manylinux2014_aarch64 vosk==0.3.45`"
                            + " (32 bit: linux_armv7l) and start Java with -Djna.library.path=FOLDER",
                    e);
        }
    }
}
