package dev.aizuchi.core;

import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.kana.Morae;
import dev.aizuchi.japanese.number.Kansuji;
import dev.aizuchi.speech.Recognition.Hypothesis;
import dev.aizuchi.speech.Recognition.Word;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Hold a hypothesis as it sounds: its words, split alike whichever recogniser it is from, each in morae.
 *
 * @param words in the order in which they are said
 */
record Spoken(List<Piece> words) {
    private static final String UNKNOWN = "[unk]";
    /** Longer rows of figures are no number. */
    private static final int LONGEST_NUMBER = 15;

    Spoken {
        words = List.copyOf(words);
    }

    /**
     * Hold one word.
     *
     * @param text as written, with the marks behind it
     * @param morae how it sounds; empty for marks alone
     * @param confidence of its least sure character, from 0 to 1
     */
    record Piece(String text, List<String> morae, double confidence) {
        Piece {
            morae = List.copyOf(morae);
        }
    }

    static Spoken of(Hypothesis hypothesis, Morphology morphology) {
        Letters letters = new Letters(hypothesis);
        List<Piece> words = new ArrayList<>();
        for (Morpheme morpheme : morphology.analyze(letters.text.toString())) {
            List<String> morae = morpheme.is("記号") ? List.of() : Morae.of(morpheme.reading());
            Piece word = new Piece(morpheme.surface(), morae, letters.least(morpheme.start(), morpheme.end()));
            if (morae.isEmpty() && !words.isEmpty()) {
                Piece before = words.remove(words.size() - 1);
                words.add(new Piece(before.text + word.text, before.morae, before.confidence));
            } else {
                words.add(word);
            }
        }
        return new Spoken(words);
    }

    String text() {
        return text(words);
    }

    static String text(List<Piece> words) {
        return words.stream().map(Piece::text).collect(Collectors.joining());
    }

    /** Give the confidence of its least sure word; 0 without words. */
    double least() {
        return words.stream().mapToDouble(Piece::confidence).min().orElse(0);
    }

    /** Spread the confidences of a recogniser's words over the characters; figures become 漢数字, which both can write. */
    private static final class Letters {
        private final StringBuilder text = new StringBuilder();
        private final List<Double> confidences = new ArrayList<>();

        Letters(Hypothesis hypothesis) {
            List<Word> known = hypothesis.words().stream()
                    .filter(word -> !word.text().equals(UNKNOWN))
                    .toList();
            String joined = known.stream().map(Word::text).collect(Collectors.joining());
            if (joined.strip().equals(hypothesis.text().strip())) {
                known.forEach(word -> add(word.text(), word.confidence()));
            } else {
                add(hypothesis.text(), hypothesis.confidence());
            }
            for (int at = 0; at < text.length(); at++) {
                spellNumber(at);
            }
        }

        double least(int start, int end) {
            return confidences.subList(start, end).stream()
                    .mapToDouble(Double::doubleValue)
                    .min()
                    .orElse(1);
        }

        private void add(String part, double confidence) {
            String plain = Normalizer.normalize(part, Normalizer.Form.NFKC).replaceAll("\\s+", "");
            text.append(plain);
            for (int i = 0; i < plain.length(); i++) {
                confidences.add(confidence);
            }
        }

        private void spellNumber(int start) {
            int end = start;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            if (end == start || end - start > LONGEST_NUMBER) {
                return;
            }
            String number = Kansuji.of(Long.parseLong(text.substring(start, end)));
            double confidence = least(start, end);
            text.replace(start, end, number);
            confidences.subList(start, end).clear();
            for (int i = 0; i < number.length(); i++) {
                confidences.add(start, confidence);
            }
        }
    }
}
