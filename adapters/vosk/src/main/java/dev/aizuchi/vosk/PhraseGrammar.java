package dev.aizuchi.vosk;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hold the phrases to expect in the words of one model.
 *
 * <p>A robot's skills hold phrases of several languages, and a model hears one. What it lacks of another language is
 * not asked of it, and nobody need be told.
 *
 * @param sentences phrases in the model's words, a blank between words
 * @param leftOut phrases of the model's language that it has no words for, and those with a {hole} left
 */
record PhraseGrammar(List<String> sentences, List<String> leftOut) {
    /** What a model writes for sound that fits none of its words. */
    static final String UNKNOWN = "[unk]";

    private static final Pattern HOLE = Pattern.compile("[{}]");
    private static final Pattern UNSPOKEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern JAPANESE_LETTER = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final Charset JAPANESE_CHARACTERS = Charset.forName("windows-31j");
    /** A word that every Japanese model has, and no other. */
    private static final String JAPANESE_WORD = "は";

    PhraseGrammar {
        sentences = List.copyOf(sentences);
        leftOut = List.copyOf(leftOut);
    }

    static PhraseGrammar of(List<String> phrases, WordSplitter splitter) {
        Set<String> sentences = new LinkedHashSet<>();
        List<String> leftOut = new ArrayList<>();
        for (String phrase : new LinkedHashSet<>(phrases)) {
            Optional<String> sentence = HOLE.matcher(phrase).find() ? Optional.empty() : sentence(phrase, splitter);
            sentence.ifPresentOrElse(sentences::add, () -> leftOut.add(phrase));
        }
        boolean japanese = splitter.split(JAPANESE_WORD).isPresent();
        leftOut.removeIf(phrase -> isJapanese(phrase) != japanese);
        return new PhraseGrammar(List.copyOf(sentences), leftOut);
    }

    /** Chinese and Korean have characters that no Japanese character set has. */
    private static boolean isJapanese(String phrase) {
        String spoken = UNSPOKEN.matcher(phrase).replaceAll("");
        return JAPANESE_LETTER.matcher(spoken).find()
                && JAPANESE_CHARACTERS.newEncoder().canEncode(spoken);
    }

    private static Optional<String> sentence(String phrase, WordSplitter splitter) {
        List<String> words = new ArrayList<>();
        // Words do not reach over a comma or a blank.
        for (String part : UNSPOKEN.split(Normalizer.normalize(phrase, Normalizer.Form.NFKC), -1)) {
            Optional<List<String>> split = splitter.split(part);
            if (split.isEmpty()) {
                return Optional.empty();
            }
            words.addAll(split.get());
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    /** Write as Vosk reads it, with room for what is no phrase; letters and digits need no escapes. */
    String toJson() {
        return json(Stream.concat(sentences.stream(), Stream.of(UNKNOWN)));
    }

    /** Write as Vosk reads it, so that nothing else can be said. */
    String toJsonOfNothingElse() {
        return json(sentences.stream());
    }

    private static String json(Stream<String> sentences) {
        return sentences.map(sentence -> '"' + sentence + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
