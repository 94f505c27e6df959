package dev.aizuchi.vosk;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.Recognition.Hypothesis;
import dev.aizuchi.speech.Recognition.Word;
import dev.aizuchi.speech.SpeechRecognizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decode one stream of utterances on the caller's thread.
 *
 * <p>The methods are synchronised since closing during a call would end the process, not because sharing a session
 * would make sense.
 */
final class VoskSession implements SpeechRecognizer.Session {
    /**
     * Frames that are decoded together; fewer cost more and come no earlier, since the network works in larger steps.
     */
    private static final int FRAMES_AT_ONCE = 2;

    private static final int FRAME_BYTES = AudioFrame.SAMPLES * 2;
    /** Length from which the next breath frees the decoder's memory, however long the caller waits to finish. */
    private static final Duration LONG = Duration.ofSeconds(20);
    /** A breath: this far below the loudest frame, for longer than a stop consonant. */
    private static final double BREATH_DB = 12;

    private static final int BREATH_FRAMES = 200 / AudioFrame.MILLIS;

    private final Decoder decoder;
    private final Optional<LateDecoder> lookDecoder;
    private final Optional<EarlyLook> look;
    private final int alternatives;
    private final PauseAhead pause = new PauseAhead();
    private final byte[] waiting = new byte[FRAMES_AT_ONCE * FRAME_BYTES];
    private int filled;
    /** Sound so far; at the begin of the utterance; at the begin of what the decoder holds of it. */
    private Duration heard = Duration.ZERO;

    private Duration utteranceBegin = Duration.ZERO;
    private Duration held = Duration.ZERO;
    /** Words of a long utterance that the decoder has let go. */
    private final List<Word> settled = new ArrayList<>();
    /** Text that an early look has found and the decoder has not yet reached. */
    private String ahead = "";

    private String decoded = "";
    private String told = "";
    private double loudest = Double.NEGATIVE_INFINITY;
    private int quiet;

    /** Begin; with a second decoder the text comes earlier, at several times the work. */
    VoskSession(Decoder decoder, Optional<LateDecoder> lookDecoder, int alternatives) {
        this.decoder = decoder;
        this.lookDecoder = lookDecoder;
        this.look = lookDecoder.map(
                second -> new EarlyLook((sound, length) -> second.get().whole(sound, length), System::nanoTime));
        this.alternatives = alternatives;
    }

    @Override
    public synchronized Optional<String> accept(AudioFrame frame) {
        lookDecoder.ifPresent(LateDecoder::begin);
        quiet = frame.levelDb() > loudest - BREATH_DB ? 0 : quiet + 1;
        loudest = Math.max(loudest, frame.levelDb());
        Optional<String> early = look.flatMap(second -> second.accept(frame)).filter(text -> !text.isEmpty());
        if (!pause.holds(frame)) {
            System.arraycopy(frame.toBytes(), 0, waiting, filled, FRAME_BYTES);
            filled += FRAME_BYTES;
            decodeWaiting(waiting.length);
        }
        ahead = early.orElse(ahead);
        String text = ahead.isEmpty() ? decoded : ahead;
        if (text.equals(told)) {
            return Optional.empty();
        }
        told = text;
        return Optional.of(text);
    }

    /** Decode the silence of a pause ahead; the next frame brings what it has made of the last words. */
    @Override
    public synchronized void paused(boolean pausing) {
        byte[] sound = pausing ? pause.begin() : pause.end();
        if (sound.length == 0) {
            return;
        }
        decodeWaiting(1);
        if (!pausing) {
            // The sound since the decoder last let go begins anew, now.
            decoder.reset();
            utteranceBegin = utteranceBegin.plus(heard).minus(held);
            held = heard;
        }
        decode(sound, sound.length);
    }

    @Override
    public synchronized Optional<Recognition> finish() {
        decodeWaiting(1);
        List<Hypothesis> hypotheses = VoskResult.hypotheses(decoder.finalResult(), utteranceBegin).stream()
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
        decoder.close();
        lookDecoder.ifPresent(LateDecoder::close);
    }

    /** Decode what waits, if it is so much. */
    private void decodeWaiting(int least) {
        if (filled >= least) {
            int length = filled;
            filled = 0;
            decode(waiting, length);
        }
    }

    private void decode(byte[] sound, int length) {
        boolean isPause = decoder.accept(sound, length);
        heard = heard.plusMillis((long) length / FRAME_BYTES * AudioFrame.MILLIS);
        String rest = VoskResult.partial(decoder.partial());
        String text = settled.isEmpty() ? rest : VoskResult.hypothesis(settled).text() + rest;
        // A look holds until the decoder has come further and disagrees.
        if (!text.equals(decoded) && !ahead.startsWith(text)) {
            ahead = "";
        }
        decoded = text;
        letGo(isPause, text);
    }

    /** Keep the decoder from growing with silence, and with speech that nobody ends. */
    private void letGo(boolean isPause, String text) {
        if (heard.minus(held).compareTo(LONG) >= 0 && !text.isEmpty()) {
            if (quiet >= BREATH_FRAMES) {
                settle(decoder.finalResult());
            } else if (isPause) {
                // Who talks on without a breath is cut by Vosk, perhaps in a word, of which both parts may be taken for
                // the whole.
                settle(decoder.result());
            }
        } else if (isPause && text.isEmpty()) {
            decoder.reset();
            look.ifPresent(EarlyLook::begin);
            pause.forget();
            held = heard;
        }
    }

    private void settle(String result) {
        VoskResult.hypotheses(result, utteranceBegin).stream()
                .findFirst()
                .ifPresent(best -> settled.addAll(best.words()));
        pause.forget();
        held = heard;
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
        look.ifPresent(EarlyLook::begin);
        pause.end();
        pause.forget();
        loudest = Double.NEGATIVE_INFINITY;
        quiet = 0;
        ahead = "";
        decoded = "";
        told = "";
        utteranceBegin = heard;
        held = heard;
    }
}
