package dev.aizuchi.voice;

import dev.aizuchi.voice.hmm.Prosody;
import java.util.List;

/**
 * Hold what is to be said and how, piece by piece.
 *
 * @param parts in order
 */
public record Script(List<Part> parts) {
    /** Copy what could change. */
    public Script {
        parts = List.copyOf(parts);
    }

    /** Say a text plainly. */
    public static Script of(String text) {
        return new Script(List.of(new Words(text, Prosody.PLAIN)));
    }

    /** Hold a piece. */
    public sealed interface Part {}

    /**
     * Say a text in a manner.
     *
     * @param text any Japanese text
     * @param prosody on top of the voice's own
     */
    public record Words(String text, Prosody prosody) implements Part {}

    /**
     * Say morae as they are given, as one accent phrase.
     *
     * @param kana in katakana
     * @param nucleus after which mora the pitch falls, 0 for never
     * @param prosody on top of the voice's own
     */
    public record Sounds(String kana, int nucleus, Prosody prosody) implements Part {}

    /**
     * Say nothing for a while.
     *
     * @param millis how long
     */
    public record Break(int millis) implements Part {}

    /** End a sentence here, whatever mark stands there. */
    public record SentenceEnd() implements Part {}
}
