package dev.aizuchi.core;

import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.pragmatics.Backchannels;
import dev.aizuchi.japanese.pragmatics.ListenerSound;
import dev.aizuchi.japanese.pragmatics.Moment;
import dev.aizuchi.speech.AudioFrame;
import java.util.function.Predicate;

/**
 * Tell whether who speaks while the robot speaks interrupts it. Lives on the listening thread.
 *
 * <p>As a voice begins the robot pauses, as a polite speaker does: sooner than any word is recognised, and for a moment
 * already at a sudden sound that may become one. It gives its sentence up upon the first words that are more than a
 * listener's うん or はい. It speaks on after those, after a sound without words, and as soon as a short sound is over;
 * what is so short interrupts only if it is known to be said to robots (痛い), since a recogniser makes all kinds of
 * words of a へえ.
 */
public final class BargeIn {
    /** A guess at a first syllable is none to give way to. */
    private static final int TELLING_MORAE = 4;

    private static final int WORD_MORAE = 3;
    /** A listener's sound is shorter. */
    private static final int SHORT_FRAMES = 640 / AudioFrame.MILLIS;
    /** After so much silence a short sound is over. */
    private static final int OVER_FRAMES = 240 / AudioFrame.MILLIS;

    /** A sudden sound that is a voice is known as one by then. */
    private static final int SUDDEN_FRAMES = 240 / AudioFrame.MILLIS;

    private final Robot robot;
    private final Backchannels sounds = new Backchannels();
    private final LevelRise rise = new LevelRise();
    private final Morphology morphology = new Morphology();
    private final Predicate<String> isKnown;
    private boolean overlapping;
    private boolean gaveWay;
    private boolean wentOn;
    private int voiced;
    private int silent;
    /** Frames for which a pause at a sudden sound still lasts. */
    private int sudden;

    /** The robot's voice; every method returns at once. */
    public interface Robot {
        /** Tell whether it says something that may be interrupted. */
        boolean isSpeaking();

        /** Tell whether it asks by yes or no, so that a はい is an answer. */
        boolean isAsking();

        /** Fall silent within a sentence. */
        void pause();

        /** Say the rest. */
        void goOn();

        /** Give up what is being said and what waits. */
        void giveWay();
    }

    /**
     * Watch over a robot's voice.
     *
     * @param isKnown tells a text that may be said to the robot
     */
    public BargeIn(Robot robot, Predicate<String> isKnown) {
        this.robot = robot;
        this.isKnown = isKnown;
    }

    /** Tell whether the robot says something that a voice would interrupt. */
    public boolean isQuick() {
        return robot.isSpeaking();
    }

    /** Learn that there is no voice yet, and the level of another frame in dB below full scale. */
    public void silent(double levelDb) {
        boolean rises = rise.accept(levelDb);
        if (!robot.isSpeaking()) {
            sudden = 0;
        } else if (sudden > 0) {
            sudden--;
            if (sudden == 0) {
                robot.goOn();
            }
        } else if (rises) {
            sudden = SUDDEN_FRAMES;
            robot.pause();
        }
    }

    /** Learn that a voice has begun. */
    public void begins() {
        sudden = 0;
        overlapping = robot.isSpeaking();
        gaveWay = false;
        wentOn = false;
        voiced = 0;
        silent = 0;
        if (overlapping) {
            robot.pause();
        }
    }

    /** Learn that the utterance lasts another frame; {@code sounding} where it is not a pause. */
    public void goesOn(boolean sounding) {
        voiced += sounding ? 1 : 0;
        silent = sounding ? 0 : silent + 1;
        if (!overlapping || gaveWay) {
            return;
        }
        if (wentOn && sounding) {
            wentOn = false;
            robot.pause();
        } else if (!wentOn && voiced < SHORT_FRAMES && silent >= OVER_FRAMES) {
            wentOn = true;
            robot.goOn();
        }
    }

    /** Learn what has been said so far. */
    public void partial(String text) {
        if (overlapping && !gaveWay && interrupts(text, TELLING_MORAE)) {
            giveWay();
        }
    }

    /**
     * Learn what was said in all; empty where there were no words.
     *
     * @return whether it asks for the turn: a listener's sound does not
     */
    public boolean ends(String text) {
        boolean waiting = overlapping && !gaveWay;
        overlapping = false;
        if (!waiting) {
            return true;
        }
        if (interrupts(text, WORD_MORAE)) {
            giveWay();
            return true;
        }
        if (!wentOn) {
            robot.goOn();
        }
        return false;
    }

    private void giveWay() {
        gaveWay = true;
        robot.giveWay();
    }

    private boolean interrupts(String text, int morae) {
        String said = Kana.hiragana(morphology.reading(text)).replaceAll("[^ぁ-ゖー]", "");
        if (sounds.classify(said, Moment.ROBOT_TELLS) == ListenerSound.BACKCHANNEL) {
            // はい may answer the question that is being asked; へえ does not.
            return robot.isAsking() && sounds.classify(said, Moment.YES_NO_OPEN) == ListenerSound.ANSWER;
        }
        return isKnown.test(text)
                || (voiced >= SHORT_FRAMES && said.replaceAll("[ゃゅょぁぃぅぇぉ]", "").length() >= morae);
    }
}
