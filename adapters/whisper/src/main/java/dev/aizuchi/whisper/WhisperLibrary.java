package dev.aizuchi.whisper;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Call libwhisper 1.7.1; the names are those of whisper.h.
 *
 * <p>The Java classes of whisper-jni give the text alone. How sure the recogniser is, and a way to stop it, are in its
 * natives only, so these are bound here.
 */
interface WhisperLibrary extends Library {
    int GREEDY = 0;

    /** Takes what the library logs. */
    interface Log extends Callback {
        void invoke(int level, Pointer text, @Nullable Pointer data);
    }

    /** Tells whether to give up; asked after the encoder and after each token. */
    interface Abort extends Callback {
        boolean invoke(@Nullable Pointer data);
    }

    void whisper_log_set(Log log, @Nullable Pointer data);

    @Nullable
    Pointer whisper_init_from_file(String file);

    int whisper_n_audio_ctx(Pointer model);

    int whisper_is_multilingual(Pointer model);

    WhisperParams.ByValue whisper_full_default_params(int strategy);

    /** Recognise; not 0 when it failed or was aborted. */
    int whisper_full(Pointer model, WhisperParams.ByValue params, float[] samples, int length);

    int whisper_full_n_segments(Pointer model);

    int whisper_full_n_tokens(Pointer model, int segment);

    int whisper_full_get_token_id(Pointer model, int segment, int token);

    /** Give the token's bytes, ended by 0: often a part of a character. */
    Pointer whisper_full_get_token_text(Pointer model, int segment, int token);

    float whisper_full_get_token_p(Pointer model, int segment, int token);

    int whisper_token_eot(Pointer model);

    int whisper_token_sot(Pointer model);

    int whisper_token_nosp(Pointer model);

    int whisper_n_vocab(Pointer model);

    /** Take tokens without reading on; not 0 when it failed. */
    int whisper_decode(Pointer model, int[] tokens, int length, int past, int threads);

    /** Give the scores after the last token, one for each word of the vocabulary. */
    Pointer whisper_get_logits(Pointer model);

    void whisper_free(Pointer model);
}
