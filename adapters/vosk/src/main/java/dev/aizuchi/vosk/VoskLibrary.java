package dev.aizuchi.vosk;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import dev.aizuchi.plugin.AdapterException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vosk.LibVosk;
import org.vosk.LogLevel;

/**
 * Call libvosk; the names are those of vosk_api.h.
 *
 * <p>The classes that come with the library pass text in the platform's encoding, which turns Japanese into question
 * marks under {@code LANG=C}, and do not offer the look-up of words; so the natives of its jar are bound here anew.
 */
interface VoskLibrary extends Library {

    /** Load the natives of this platform and silence their log. */
    static VoskLibrary load() {
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
            library.vosk_set_log_level(SILENT);
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

    /** Below every level that the library writes. */
    int SILENT = -10;

    void vosk_set_log_level(int level);

    @Nullable
    Pointer vosk_model_new(String directory);

    /** Give the word's number, negative when the model does not have it. */
    int vosk_model_find_word(Pointer model, String word);

    void vosk_model_free(Pointer model);

    @Nullable
    Pointer vosk_recognizer_new(Pointer model, float sampleRate);

    @Nullable
    Pointer vosk_recognizer_new_grm(Pointer model, float sampleRate, String grammar);

    void vosk_recognizer_set_words(Pointer recognizer, int on);

    void vosk_recognizer_set_max_alternatives(Pointer recognizer, int number);

    /** Decode; gives 1 at a pause that Vosk itself takes for the end of an utterance, −1 after an error. */
    int vosk_recognizer_accept_waveform(Pointer recognizer, byte[] sound, int length);

    String vosk_recognizer_partial_result(Pointer recognizer);

    String vosk_recognizer_result(Pointer recognizer);

    String vosk_recognizer_final_result(Pointer recognizer);

    void vosk_recognizer_reset(Pointer recognizer);

    void vosk_recognizer_free(Pointer recognizer);
}
