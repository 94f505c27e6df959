package dev.aizuchi.vosk;

import com.sun.jna.Pointer;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.Recognition.Hypothesis;
import dev.aizuchi.speech.Recognition.Word;
import dev.aizuchi.speech.SpeechRecognizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decode one stream of utterances on the caller's thread.
 *
 * <p>The methods are synchronised since a use after {@code close} would end the process, not because sharing a session
 * would make sense.
 */
final class VoskSession implements SpeechRecognizer.Session {
    /** Frames that are decoded together: a compromise between delay and the cost of asking for partial results. */
    private static final int FRAMES_AT_ONCE = 2;

    private static final int FRAME_BYTES = AudioFrame.SAMPLES * 2;
    /** Length from which the next pause frees the decoder's memory, however long the caller waits to finish. */
    private static final Duration LONG = Duration.ofSeconds(20);

    private final VoskLibrary vosk;
    private final int alternatives;
    private final byte[] waiting = new byte[FRAMES_AT_ONCE * FRAME_BYTES];
    private int filled;
    private @Nullable Pointer recognizer;
    /** Sound so far, at the begin of the utterance, and at the begin of what the decoder holds of it. */
    private Duration heard = Duration.ZERO;

    private Duration utteranceBegin = Duration.ZERO;
    private Duration held = Duration.ZERO;
    /** Words of a long utterance that the decoder has let go. */
    private final List<Word> settled = new ArrayList<>();

    private String partial = "";

    VoskSession(VoskLibrary vosk, Pointer recognizer, int alternatives) {
        this.vosk = vosk;
        this.recognizer = recognizer;
        this.alternatives = alternatives;
        vosk.vosk_recognizer_set_words(recognizer, 1);
        vosk.vosk_recognizer_set_max_alternatives(recognizer, alternatives == 1 ? 0 : VoskResult.ASKED);
    }

    @Override
    public synchronized Optional<String> accept(AudioFrame frame) {
        Pointer open = open();
        System.arraycopy(frame.toBytes(), 0, waiting, filled, FRAME_BYTES);
        filled += FRAME_BYTES;
        return filled == waiting.length ? decode(open) : Optional.empty();
    }

    @Override
    public synchronized Optional<Recognition> finish() {
        Pointer open = open();
        if (filled > 0) {
            decode(open);
        }
        List<Hypothesis> hypotheses =
                VoskResult.hypotheses(vosk.vosk_recognizer_final_result(open), utteranceBegin).stream()
                        .map(this::afterSettled)
                        .limit(alternatives)
                        .toList();
        begin();
        // Without words in the best hypothesis it is noise, whatever the others make of it.
        return hypotheses.isEmpty() || hypotheses.get(0).text().isEmpty()
                ? Optional.empty()
                : Optional.of(new Recognition(hypotheses));
    }

    @Override
    public synchronized void close() {
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

    private Optional<String> decode(Pointer open) {
        int pause = vosk.vosk_recognizer_accept_waveform(open, waiting, filled);
        heard = heard.plusMillis((long) filled / FRAME_BYTES * AudioFrame.MILLIS);
        filled = 0;
        if (pause < 0) {
            throw new AudioException("Vosk failed to decode; the model may be damaged: `./aizuchi models verify`");
        }
        String text = spokenSoFar(VoskResult.partial(vosk.vosk_recognizer_partial_result(open)));
        if (pause > 0) {
            letGo(open, text);
        }
        if (text.equals(partial)) {
            return Optional.empty();
        }
        partial = text;
        return Optional.of(text);
    }

    /** Keep the decoder from growing with silence, and with speech that nobody ends. */
    private void letGo(Pointer open, String text) {
        if (text.isEmpty()) {
            vosk.vosk_recognizer_reset(open);
            held = heard;
        } else if (heard.minus(held).compareTo(LONG) >= 0) {
            List<Hypothesis> best = VoskResult.hypotheses(vosk.vosk_recognizer_result(open), utteranceBegin);
            best.stream().findFirst().ifPresent(hypothesis -> settled.addAll(hypothesis.words()));
            held = heard;
        }
    }

    private String spokenSoFar(String rest) {
        return settled.isEmpty() ? rest : VoskResult.hypothesis(settled).text() + rest;
    }

    private Hypothesis afterSettled(Hypothesis rest) {
        if (settled.isEmpty()) {
            return rest;
        }
        List<Word> words = new ArrayList<>(settled);
        words.addAll(rest.words());
        return VoskResult.hypothesis(words);
    }

    private void begin() {
        settled.clear();
        partial = "";
        utteranceBegin = heard;
        held = heard;
    }
}
