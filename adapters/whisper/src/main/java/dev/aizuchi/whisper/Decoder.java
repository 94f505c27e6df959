package dev.aizuchi.whisper;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.aizuchi.speech.AudioException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Hold one model in native memory and decode one sound at a time; callable from any thread, calls wait in turn. */
final class Decoder implements AutoCloseable {
    /** Steps of the encoder, 20 ms each, in a second. */
    private static final int STEPS = 50;
    /** The library hears nothing in a second or less. */
    private static final int SHORTEST = Sound.RATE * 6 / 5;
    /** Nobody says more; a decoder that runs in circles is stopped there. */
    private static final int TOKENS_PER_SECOND = 10;

    private static final int TOKENS_AT_LEAST = 16;

    private final WhisperLibrary library;
    private final WhisperSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Memory language = text("ja");
    private final int audioContext;
    private volatile boolean closing;
    private @Nullable Pointer model;

    private Decoder(WhisperLibrary library, Pointer model, WhisperSettings settings) {
        this.library = library;
        this.model = model;
        this.settings = settings;
        this.audioContext = library.whisper_n_audio_ctx(model);
    }

    static Decoder load(WhisperSettings settings) {
        Path file = ModelFile.checked(settings.model());
        WhisperLibrary library = Natives.library();
        Pointer model = library.whisper_init_from_file(file.toString());
        if (model == null) {
            throw ModelFile.error(file, "whisper.cpp cannot load it; it is damaged, or of another kind");
        }
        if (library.whisper_is_multilingual(model) == 0) {
            library.whisper_free(model);
            throw ModelFile.error(file, "knows English only; take a multilingual one");
        }
        return new Decoder(library, model, settings);
    }

    /** Give the length of the longest sound that is decoded as one, in samples. */
    int longest() {
        return (audioContext - settings.contextMargin()) / STEPS * Sound.RATE;
    }

    /**
     * Decode a sound, no longer than {@link #longest}.
     *
     * @param prompt words that may come; "" for none
     * @param cancelled is asked after the encoder and after each word
     * @return empty when it was cancelled or the decoder is closed
     */
    Optional<Transcript> decode(float[] samples, String prompt, AtomicBoolean cancelled) {
        lock.lock();
        try {
            if (model == null || cancelled.get()) {
                return Optional.empty();
            }
            return decode(model, Sound.padded(samples, SHORTEST), prompt, cancelled);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Transcript> decode(Pointer open, float[] samples, String prompt, AtomicBoolean cancelled) {
        double seconds = (double) samples.length / Sound.RATE;
        // Kept in variables until the call returns: the natives hold their addresses.
        WhisperLibrary.Abort abort = data -> closing || cancelled.get();
        Memory words = text(prompt);
        WhisperParams.ByValue params = params(seconds);
        params.onAbort = abort;
        params.initialPrompt = prompt.isEmpty() ? null : words;
        int failed = library.whisper_full(open, params, samples, samples.length);
        if (closing || cancelled.get()) {
            return Optional.empty();
        }
        if (failed != 0) {
            throw new AudioException(
                    "Whisper failed to decode (" + failed + "); the model may be damaged: `./aizuchi models verify`");
        }
        return Optional.of(transcript(open, seconds));
    }

    private WhisperParams.ByValue params(double seconds) {
        WhisperParams.ByValue params = library.whisper_full_default_params(WhisperLibrary.GREEDY);
        params.threads = settings.threads();
        params.audioContext = Math.min(audioContext, (int) Math.ceil(seconds * STEPS) + settings.contextMargin());
        params.maxTokens = TOKENS_AT_LEAST + (int) (seconds * TOKENS_PER_SECOND);
        params.language = language;
        params.noContext = 1;
        params.noTimestamps = 1;
        params.singleSegment = 1;
        params.suppressBlank = 1;
        params.suppressNonSpeech = 1;
        params.printProgress = 0;
        params.bestOf = 1;
        // Trying again at higher temperatures takes several times as long and seldom helps a short sentence.
        params.temperatureStep = 0;
        return params;
    }

    private Transcript transcript(Pointer open, double seconds) {
        TokenText text = new TokenText();
        int end = library.whisper_token_eot(open);
        for (int segment = 0; segment < library.whisper_full_n_segments(open); segment++) {
            for (int token = 0; token < library.whisper_full_n_tokens(open, segment); token++) {
                if (library.whisper_full_get_token_id(open, segment, token) < end) {
                    text.add(
                            bytes(library.whisper_full_get_token_text(open, segment, token)),
                            library.whisper_full_get_token_p(open, segment, token));
                }
            }
        }
        return new Transcript(text.pieces(), text.logProbability(), noSpeech(open), seconds);
    }

    private static byte[] bytes(Pointer text) {
        return text.getByteArray(0, (int) text.indexOf(0, (byte) 0));
    }

    /** Ask the decoder afresh for the token that it was trained to give where nobody speaks. */
    private double noSpeech(Pointer open) {
        if (library.whisper_decode(open, new int[] {library.whisper_token_sot(open)}, 1, 0, settings.threads()) != 0) {
            return 0;
        }
        float[] scores = library.whisper_get_logits(open).getFloatArray(0, library.whisper_n_vocab(open));
        double greatest = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            greatest = Math.max(greatest, score);
        }
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - greatest);
        }
        return Math.exp(scores[library.whisper_token_nosp(open)] - greatest) / sum;
    }

    private static Memory text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Memory memory = new Memory(bytes.length + 1L);
        memory.write(0, bytes, 0, bytes.length);
        memory.setByte(bytes.length, (byte) 0);
        return memory;
    }

    /** Give a decoding that is under way up, which takes up to one run of the encoder, and free the model. */
    @Override
    public void close() {
        closing = true;
        lock.lock();
        try {
            if (model != null) {
                library.whisper_free(model);
                model = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
