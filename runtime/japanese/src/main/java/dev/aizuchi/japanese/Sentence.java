package dev.aizuchi.japanese;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hold a sentence, or a clause of one, in the forms in which sentences are compared.
 *
 * @param text in the standard language
 * @param morphemes all of it, with places in the whole utterance
 * @param words what it is about
 * @param bearing which way it points
 * @param sound the pairs of letters of its reading
 * @param look the pairs of its characters
 * @param left what the utterance asks to be left, beside this clause: the keys of its words
 */
record Sentence(
        String text,
        List<Morpheme> morphemes,
        List<Word> words,
        Bearing bearing,
        Bigrams sound,
        Bigrams look,
        Set<String> left) {

    /** Hold the pairs of neighbouring characters of a text, sorted. */
    static final class Bigrams {
        private final int[] pairs;

        private Bigrams(int[] pairs) {
            this.pairs = pairs;
        }

        static Bigrams of(String text) {
            int[] pairs = new int[text.length() + 1];
            char before = '^';
            for (int i = 0; i <= text.length(); i++) {
                char here = i < text.length() ? text.charAt(i) : '$';
                pairs[i] = before << 16 | here;
                before = here;
            }
            Arrays.sort(pairs);
            return new Bigrams(pairs);
        }

        /** Give Dice's coefficient, from 0 to 1. */
        double like(Bigrams other) {
            int common = 0;
            for (int i = 0, j = 0; i < pairs.length && j < other.pairs.length; ) {
                if (pairs[i] == other.pairs[j]) {
                    common++;
                    i++;
                    j++;
                } else if (pairs[i] < other.pairs[j]) {
                    i++;
                } else {
                    j++;
                }
            }
            return 2.0 * common / (pairs.length + other.pairs.length);
        }
    }

    /** Tell how it is said. */
    PhraseMemory.Spoken spoken() {
        return new PhraseMemory.Spoken(text, Analyzer.reading(morphemes));
    }

    /** Give the same sentence doing something else. */
    Sentence doing(SpeechAct act) {
        return bearing(bearing.doing(act));
    }

    Sentence bearing(Bearing other) {
        return new Sentence(text, morphemes, words, other, sound, look, left);
    }

    /** Give the same clause beside one that asks that something be left: 「電気は消さないで」, in 「電気は消さないで、夜中に起きるから」. */
    Sentence beside(Sentence declined) {
        Set<String> keys = declined.words.stream()
                .filter(word -> word.weight() >= Vocabulary.CONTENT)
                .map(Word::key)
                .collect(Collectors.toUnmodifiableSet());
        return new Sentence(text, morphemes, words, bearing, sound, look, keys);
    }

    /** Tell whether a phrase is about what shall be left, and does not ask for that. */
    boolean leaves(Sentence phrase) {
        return !left.isEmpty()
                && !phrase.bearing.declines()
                && phrase.words.stream().anyMatch(word -> left.contains(word.key()));
    }

    /** Give the morpheme that stands at a place of the text. */
    int at(int character) {
        for (int i = 0; i < morphemes.size(); i++) {
            if (morphemes.get(i).end() > character) {
                return i;
            }
        }
        return morphemes.size() - 1;
    }

    /** Give how much its words say together. */
    double weight() {
        return words.stream().mapToDouble(Word::weight).sum();
    }
}
