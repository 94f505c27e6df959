package dev.aizuchi.japanese;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Find the bounds of what names one thing: 田中さんの部屋, 冷たいお茶, 201号室. */
final class NounPhrase {
    private static final Set<String> NAMES_NOTHING =
            Set.of("何", "なに", "どこ", "誰", "どれ", "いつ", "どちら", "どっち", "ん", "の", "こと", "もの");

    private NounPhrase() {}

    /** Tell whether a word can end a noun phrase. */
    static boolean isIn(Morpheme word) {
        return word.is("名詞") && !(word.is("名詞-非自立") && NAMES_NOTHING.contains(word.surface()));
    }

    /** Give the phrase that ends before a place, if it names something. */
    static Optional<Phrase.Span> endingAt(List<Morpheme> words, int end, int notBefore) {
        int start = end;
        while (start > notBefore && belongs(words, start - 1, end)) {
            start--;
        }
        while (start < end && !begins(words.get(start))) {
            start++;
        }
        boolean names = words.subList(start, end).stream()
                .anyMatch(word -> word.is("名詞") && !NAMES_NOTHING.contains(word.base()));
        return names ? Optional.of(new Phrase.Span(start, end)) : Optional.empty();
    }

    private static boolean belongs(List<Morpheme> words, int at, int end) {
        Morpheme word = words.get(at);
        if (isIn(word) || word.is("接頭詞") || word.is("連体詞")) {
            return true;
        }
        if (at + 1 == end) {
            return false;
        }
        boolean joins = word.is("助詞-連体化") || word.is("助詞-並立助詞");
        boolean describes = word.is("形容詞-自立") && word.surface().equals(word.base());
        boolean stem = word.surface().equals("な") && word.is("助動詞");
        return joins || describes || stem;
    }

    private static boolean begins(Morpheme word) {
        return !word.is("助");
    }
}
