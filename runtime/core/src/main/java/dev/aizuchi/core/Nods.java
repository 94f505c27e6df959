package dev.aizuchi.core;

import dev.aizuchi.japanese.keigo.Listener;
import dev.aizuchi.japanese.pragmatics.Backchannels;
import dev.aizuchi.speech.AudioFrame;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Say the small はい of a listener while a person speaks: an aizuchi. Lives on the listening thread.
 *
 * <p>It falls into a pause behind a clause that goes on (〜ですけど、〜て), which is where Japanese listeners put most of
 * theirs, once enough has been said, and seldom: who is nodded at upon every clause is hurried. None falls where a word
 * is sought (えーと), where a sentence is over, or while the robot itself speaks. Figures: BENCHMARKS.md.
 */
public final class Nods {
    private static final int PAUSE_FRAMES = frames(200);
    /** Later in a pause the turn may be over, and what comes would be taken for an answer. */
    private static final int LATE_FRAMES = frames(600);

    private static final int SPOKEN_FRAMES = frames(1_000);
    private static final int APART_FRAMES = frames(4_000);

    private final Predicate<String> goesOn;
    private final BooleanSupplier mayNod;
    private final Consumer<String> nod;
    private final Backchannels sounds = new Backchannels();
    private String text = "";
    private int spoken;
    private int silent;
    private int since = APART_FRAMES;
    private int said;
    private boolean judged;

    /**
     * Nod at a person.
     *
     * @param goesOn tells a text at whose end a clause is over, and more is to come
     * @param mayNod asked before each; none while the robot speaks
     * @param nod says the sound; must only hand over
     */
    public Nods(Predicate<String> goesOn, BooleanSupplier mayNod, Consumer<String> nod) {
        this.goesOn = goesOn;
        this.mayNod = mayNod;
        this.nod = nod;
    }

    private static int frames(int millis) {
        return millis / AudioFrame.MILLIS;
    }

    /** Note that an utterance has begun. */
    public void begins() {
        text = "";
        spoken = 0;
        silent = 0;
        judged = false;
    }

    /** Note what was said so far. */
    public void partial(String heard) {
        if (!heard.equals(text)) {
            text = heard;
            judged = false;
        }
    }

    /** Take another frame of an utterance. */
    public void goesOn(boolean sounding) {
        since++;
        if (sounding) {
            spoken++;
            silent = 0;
            judged = false;
            return;
        }
        silent++;
        boolean due = silent >= PAUSE_FRAMES && silent <= LATE_FRAMES && spoken >= SPOKEN_FRAMES;
        if (due && !judged && since >= APART_FRAMES && mayNod.getAsBoolean()) {
            // Once a text: words may still come after the voice has paused.
            judged = true;
            if (goesOn.test(text)) {
                since = 0;
                nod.accept(sounds.choose(Listener.GUEST, Backchannels.Place.CLAUSE, said++));
            }
        }
    }
}
