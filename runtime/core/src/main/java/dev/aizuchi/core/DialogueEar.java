package dev.aizuchi.core;

import dev.aizuchi.japanese.Respelling;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.Recognition.Hypothesis;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Hand what the audio thread hears over to the dialogue thread, in the site's spelling. A stop acts at once, on the
 * thread that noticed; all else is queued.
 */
final class DialogueEar implements Listener.Ear {
    /** Within so long, two that hear a stop word hear the same one. */
    private static final long SAME_WORD_NANOS = 2_000_000_000L;

    /** Hypotheses that are respelled and told; a recogniser may give many more, for who chooses among them. */
    private static final int ALTERNATIVES = 4;

    private final Lanes lanes;
    private final Dialogue dialogue;
    private final Turns turns;
    private final Runnable halt;
    private final BooleanSupplier mayHearItself;
    private final Respelling respelling;
    private final BargeIn bargeIn;
    private final Nods nods;

    /** Whether this utterance began while the robot itself spoke, and may be its own voice. */
    private boolean ownVoice;

    /** When a stop word was last heard, by either of the two that listen. */
    private final AtomicLong stopAt;

    private final LongSupplier nanoTime;

    private Duration dropped = Duration.ZERO;

    /**
     * Hear for a dialogue.
     *
     * @param halt stops the robot, on any thread
     * @param mayHearItself whether what begins now may be the robot's own voice
     * @param bargeIn decides who interrupts the robot
     * @param nods decides when the robot says that it listens
     * @param nanoTime a clock that only goes forward
     */
    DialogueEar(
            Lanes lanes,
            Dialogue dialogue,
            Turns turns,
            Runnable halt,
            BooleanSupplier mayHearItself,
            Respelling respelling,
            BargeIn bargeIn,
            Nods nods,
            LongSupplier nanoTime) {
        this.lanes = lanes;
        this.dialogue = dialogue;
        this.turns = turns;
        this.halt = halt;
        this.mayHearItself = mayHearItself;
        this.respelling = respelling;
        this.bargeIn = bargeIn;
        this.nods = nods;
        this.nanoTime = nanoTime;
        this.stopAt = new AtomicLong(nanoTime.getAsLong() - SAME_WORD_NANOS);
    }

    @Override
    public boolean isQuick() {
        return bargeIn.isQuick();
    }

    @Override
    public void silent(double levelDb) {
        bargeIn.silent(levelDb);
    }

    @Override
    public void goesOn(boolean sounding) {
        bargeIn.goesOn(sounding);
        nods.goesOn(sounding);
    }

    @Override
    public void speechStarted() {
        ownVoice = mayHearItself.getAsBoolean();
        bargeIn.begins();
        nods.begins();
        lanes.normal(dialogue::speechStarted);
    }

    @Override
    public void partial(String text) {
        if (!ownVoice) {
            bargeIn.partial(text);
            nods.partial(text);
            lanes.normal(() -> dialogue.partial(text));
        }
    }

    @Override
    public void stopWord(String text) {
        halt.run();
        long now = nanoTime.getAsLong();
        if (now - stopAt.getAndSet(now) < SAME_WORD_NANOS) {
            return;
        }
        lanes.urgent(() -> {
            dialogue.partial(text);
            dialogue.stopped("word");
        });
    }

    @Override
    public void nothingHeard() {
        bargeIn.ends("");
        lanes.normal(dialogue::nothingHeard);
    }

    @Override
    public void heard(Recognition raw, Duration took, boolean stopped) {
        Recognition recognition = respelled(raw);
        if (stopped) {
            lanes.normal(() -> dialogue.heardStop(recognition, took));
        } else if (ownVoice || !bargeIn.ends(recognition.text())) {
            lanes.normal(dialogue::nothingHeard);
        } else {
            lanes.normal(() -> dialogue.heard(recognition, took));
        }
    }

    @Override
    public void dropped(Duration sound) {
        // Told at the first loss, then once for each minute that is lost.
        boolean tell = dropped.isZero() || dropped.plus(sound).toMinutes() > dropped.toMinutes();
        dropped = dropped.plus(sound);
        if (tell) {
            String message = "recognition is slower than the sound, of which some is dropped; stop words are still"
                    + " heard; free the processor, or leave the second pass out";
            lanes.normal(() -> turns.fault("hearing", message));
        }
    }

    private Recognition respelled(Recognition heard) {
        return new Recognition(heard.hypotheses().stream()
                .limit(ALTERNATIVES)
                .map(one -> new Hypothesis(respelling.respell(one.text()), one.confidence(), one.words()))
                .toList());
    }
}
