package dev.aizuchi.japanese.accent;

import java.util.List;

/**
 * Hold an accent phrase: low, then high, and low again after the nucleus.
 *
 * @param words what it is made of, in order
 * @param nucleus after which mora the pitch falls, 0 for never
 * @param question whether it ends a question
 * @param pause whether a pause follows
 */
public record AccentPhrase(List<Word> words, int nucleus, boolean question, boolean pause) {

    /** Copy what could change. */
    public AccentPhrase {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("an accent phrase needs a word");
        }
    }

    /**
     * Hold a word of it.
     *
     * @param morae as they sound, in katakana, one at least; ー draws the vowel before it out
     * @param partOfSpeech of the IPA dictionary
     */
    public record Word(List<String> morae, String partOfSpeech) {
        /** Copy what could change. */
        public Word {
            morae = List.copyOf(morae);
            if (morae.isEmpty()) {
                throw new IllegalArgumentException("a word needs a mora");
            }
        }
    }

    /** Give the morae of all words. */
    public List<String> morae() {
        return words.stream().flatMap(word -> word.morae().stream()).toList();
    }

    AccentPhrase ending(boolean asked, boolean paused) {
        return new AccentPhrase(words, nucleus, asked || question, paused || pause);
    }
}
