package dev.aizuchi.vosk;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Call libvosk; the names are those of vosk_api.h.
 *
 * <p>The classes that come with the library pass text in the platform's encoding, which turns Japanese into question
 * marks under {@code LANG=C}, and do not offer the look-up of words; so the natives of its jar are bound here anew, by
 * {@link Natives}.
 */
interface VoskLibrary extends Library {

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
