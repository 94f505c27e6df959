package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tell which words of an utterance name something, and which only carry it. Callable from any thread. */
final class Content {
    private static final Pattern POLITE = Pattern.compile("^[おご御](?=..)");
    private static final List<String> THINGS = List.of("名詞-一般", "名詞-固有名詞", "名詞-サ変接続");
    /** What may stand for one another: things, times, names, deeds. */
    private static final List<String> KINDS = List.of("名詞-一般", "名詞-副詞可能", "名詞-固有名詞-人名", "名詞-固有名詞", "名詞-サ変接続");

    private static final List<String> CONTENT = List.of("名詞-一般", "名詞-固有名詞", "名詞-サ変接続", "名詞-形容動詞語幹", "動詞-自立", "形容詞-自立");

    private static final List<String> FOR_ANY_DEED = List.of("する", "やる");

    private final Morphology morphology = new Morphology();
    private final Set<String> empty;

    Content(DataFile data) {
        empty = new HashSet<>(data.lines("empty"));
    }

    /** Tell whether there is nothing in a text but these words and what carries them. */
    boolean saysOnly(Collection<String> words, String text) {
        String rest = text;
        for (String word : words) {
            rest = word.isEmpty() ? rest : rest.replace(word, "、");
        }
        return morphology.analyze(rest).stream().noneMatch(this::counts);
    }

    private boolean counts(Morpheme word) {
        return CONTENT.stream().anyMatch(word::is) && !empty.contains(word.base());
    }

    /** Give what a text names, without polite prefixes. */
    Set<String> things(String text) {
        return morphology.analyze(text).stream()
                .filter(word -> THINGS.stream().anyMatch(word::is) && !empty.contains(word.surface()))
                .map(word -> POLITE.matcher(word.surface()).replaceFirst(""))
                .filter(word -> !empty.contains(word))
                .collect(Collectors.toSet());
    }

    /**
     * Tell whether a text says nothing but the deed of another, or a word for any, and what the other names: 「呼んで」,
     * 「食堂に案内して」, 「やってくれ」.
     */
    boolean takesUpDeed(String text, String other) {
        Set<String> deeds = new HashSet<>(FOR_ANY_DEED);
        morphology.analyze(other).stream().filter(Content::isDeed).forEach(word -> deeds.add(word.base()));
        List<Morpheme> content = morphology.analyze(text).stream()
                .filter(word -> isNoun(word) || CONTENT.stream().anyMatch(word::is))
                .toList();
        return content.stream().anyMatch(Content::isDeed)
                && content.stream()
                        .allMatch(word -> isDeed(word) ? deeds.contains(word.base()) : other.contains(word.surface()));
    }

    private static boolean isDeed(Morpheme word) {
        return word.is("動詞-自立") || word.is("名詞-サ変接続");
    }

    private static boolean isNoun(Morpheme word) {
        return word.is("名詞") && !word.is("名詞-代名詞");
    }

    /** Give the words that carry what a text says, as the dictionary has them. */
    Set<String> words(String text) {
        return morphology.analyze(text).stream()
                .filter(this::counts)
                .map(Morpheme::base)
                .collect(Collectors.toSet());
    }

    /**
     * Name what a sentence says is to be done.
     *
     * @param start where its word begins
     * @param stem what of the word stands in all its forms: 消 of 消す
     */
    record Deed(int start, String stem) {}

    /** Find the verb of a sentence that names no thing: 「やっぱり｜開けて」. */
    Optional<Deed> bareVerb(String text) {
        List<Morpheme> words = morphology.analyze(text);
        boolean namesThing = words.stream().anyMatch(word -> isNoun(word) && !empty.contains(word.base()));
        return words.stream()
                .filter(word -> !namesThing && word.is("動詞-自立") && !empty.contains(word.base()))
                .map(word -> new Deed(
                        word.start(), word.base().substring(0, word.base().length() - 1)))
                .findFirst();
    }

    /** Find the one noun of a sentence that is a deed: 「やっぱり｜変更できますか」. */
    Optional<Deed> bareDeed(String text) {
        List<Morpheme> nouns = morphology.analyze(text).stream()
                .filter(word -> word.is("名詞") && !empty.contains(word.base()))
                .toList();
        return nouns.size() == 1 && nouns.get(0).is("名詞-サ変接続")
                ? Optional.of(new Deed(nouns.get(0).start(), nouns.get(0).surface()))
                : Optional.empty();
    }

    /** Give the ways in which a word may stand in the place of one of its kind in a sentence, the last first. */
    List<String> exchanged(String word, String sentence) {
        List<Morpheme> own = morphology.analyze(word);
        if (own.isEmpty()) {
            return List.of();
        }
        Morpheme head = own.get(own.size() - 1);
        List<String> ways = new ArrayList<>();
        for (Morpheme other : morphology.analyze(sentence)) {
            boolean alike = KINDS.stream().anyMatch(kind -> head.is(kind) && other.is(kind));
            if (alike && !empty.contains(other.base())) {
                ways.add(0, sentence.substring(0, other.start()) + word + sentence.substring(other.end()));
            }
        }
        return ways;
    }
}
