package dev.aizuchi.vosk;

import com.sun.jna.Pointer;
import dev.aizuchi.speech.AudioException;
import org.jspecify.annotations.Nullable;

/** Hold one of Vosk's recognisers; a use after {@code close} is an exception, where the natives would crash. */
final class Decoder implements AutoCloseable {
    private final VoskLibrary vosk;
    private @Nullable Pointer recognizer;

    Decoder(VoskLibrary vosk, Pointer recognizer, int alternatives) {
        this.vosk = vosk;
        this.recognizer = recognizer;
        vosk.vosk_recognizer_set_words(recognizer, 1);
        vosk.vosk_recognizer_set_max_alternatives(recognizer, alternatives == 1 ? 0 : VoskResult.ASKED);
    }

    /** Decode little-endian samples; tells whether Vosk itself takes this for the end of an utterance. */
    boolean accept(byte[] sound, int length) {
        int pause = vosk.vosk_recognizer_accept_waveform(open(), sound, length);
        if (pause < 0) {
            throw new AudioException("Vosk failed to decode; the model may be damaged: `./aizuchi models verify`");
        }
        return pause > 0;
    }

    String partial() {
        return vosk.vosk_recognizer_partial_result(open());
    }

    /** End an utterance at a pause, without the sound that is still under way in the network. */
    String result() {
        return vosk.vosk_recognizer_result(open());
    }

    /** End an utterance with all of its sound. */
    String finalResult() {
        return vosk.vosk_recognizer_final_result(open());
    }

    /** Decode sound that is an utterance of its own; give the best text. */
    String whole(byte[] sound, int length) {
        accept(sound, length);
        return VoskResult.best(finalResult());
    }

    void reset() {
        vosk.vosk_recognizer_reset(open());
    }

    @Override
    public void close() {
        if (recognizer != null) {
            vosk.vosk_recognizer_free(recognizer);
            recognizer = null;
        }
    }

    private Pointer open() {
        if (recognizer == null) {
            throw new IllegalStateException("the session is closed");
        }
        return recognizer;
    }
}
