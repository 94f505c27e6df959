package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.Morphology;
import java.util.regex.Pattern;

/**
 * Tell whether who speaks while the robot speaks interrupts it. Lives on the listening thread.
 *
 * <p>As a voice begins the robot pauses, as a polite speaker does: sooner than any word is recognised. It gives its
 * sentence up upon the first words that are more than a listener's うん or はい, and speaks on after those, and after a
 * sound without words.
 */
public final class BargeIn {
    /** A guess at a first syllable is none to give way to. */
    private static final int TELLING_MORAE = 4;

    private static final int WORD_MORAE = 3;

    private final Robot robot;
    private final Pattern sounds;
    private final Morphology morphology = new Morphology();
    private boolean overlapping;
    private boolean gaveWay;

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

    /** Watch over a robot's voice. */
    public BargeIn(Robot robot) {
        this.robot = robot;
        this.sounds = Pattern.compile("(?:"
                + String.join("|", DataFile.read(BargeIn.class, "turn-end.txt").lines("listening")) + ")+");
    }

    /** Learn that a voice has begun. */
    public void begins() {
        overlapping = robot.isSpeaking();
        gaveWay = false;
        if (overlapping) {
            robot.pause();
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
        robot.goOn();
        return false;
    }

    private void giveWay() {
        gaveWay = true;
        robot.giveWay();
    }

    private boolean interrupts(String text, int morae) {
        String said = Kana.hiragana(morphology.reading(text)).replaceAll("[^ぁ-ゖー]", "");
        return sounds.matcher(said).matches()
                ? robot.isAsking()
                : said.replaceAll("[ゃゅょぁぃぅぇぉ]", "").length() >= morae;
    }
}
