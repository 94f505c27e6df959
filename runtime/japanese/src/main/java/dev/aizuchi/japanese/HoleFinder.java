package dev.aizuchi.japanese;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Find what stands in one hole of a phrase: the noun phrase of the utterance that stands to the next fixed word as the
 * hole does, with the same particle or one that can replace it.
 */
final class HoleFinder {
    private static final Map<String, Set<String>> REPLACES = Map.of(
            "を", Set.of("を", "は", "も", "が", "って", "なんか", "だけ", "でも"),
            "が", Set.of("が", "は", "も", "の", "って"),
            "は", Set.of("は", "も", "が", "って"),
            "に", Set.of("に", "へ", "まで", "も"),
            "へ", Set.of("へ", "に", "まで", "も"),
            "まで", Set.of("まで", "に", "へ"));

    private final Sentence phrase;
    private final int hole;
    private final Sentence heard;

    HoleFinder(Sentence phrase, int hole, Sentence heard) {
        this.phrase = phrase;
        this.hole = hole;
        this.heard = heard;
    }

    /** Find the words of the hole from a place of the utterance on. */
    Optional<Phrase.Span> find(int from, IntPredicate otherHole) {
        int start = from;
        if (from == 0 && hole > 0) {
            start = afterFixed();
            if (start < 0) {
                return Optional.empty();
            }
        }
        int anchor = hole + 1;
        while (anchor < phrase.morphemes().size()
                && isParticle(phrase.morphemes().get(anchor))) {
            anchor++;
        }
        boolean bounded = anchor < phrase.morphemes().size() && !otherHole.test(anchor);
        String particle = hole + 1 < anchor ? phrase.morphemes().get(hole + 1).surface() : "";
        return bounded ? before(phrase.morphemes().get(anchor), particle, start) : first(particle, start);
    }

    /** Give the place behind the last fixed word before the hole, or -1. */
    private int afterFixed() {
        int at = hole - 1;
        while (at >= 0 && isParticle(phrase.morphemes().get(at))) {
            at--;
        }
        if (at < 0) {
            return 0;
        }
        for (int i = 0; i < heard.morphemes().size(); i++) {
            if (isSame(phrase.morphemes().get(at), heard.morphemes().get(i))) {
                return i + 1;
            }
        }
        return -1;
    }

    private Optional<Phrase.Span> before(Morpheme anchor, String particle, int start) {
        for (int i = heard.morphemes().size() - 1; i > start; i--) {
            if (isSame(anchor, heard.morphemes().get(i))) {
                Optional<Phrase.Span> span = nounPhraseBefore(i, particle, start);
                if (span.isPresent()) {
                    return span;
                }
            }
        }
        return Optional.empty();
    }

    /** Walk back from the fixed word to a noun phrase with the right particle, or else to one right before the word. */
    private Optional<Phrase.Span> nounPhraseBefore(int fixedWord, String particle, int start) {
        Optional<Phrase.Span> bare = Optional.empty();
        Set<String> fitting = REPLACES.getOrDefault(particle, Set.of(particle));
        for (int end = fixedWord; end > start; end--) {
            if (!NounPhrase.isIn(heard.morphemes().get(end - 1))) {
                continue;
            }
            if (end < fixedWord && fitting.contains(heard.morphemes().get(end).surface())) {
                return NounPhrase.endingAt(heard.morphemes(), end, start);
            }
            if (end == fixedWord && !particle.equals("の")) {
                bare = NounPhrase.endingAt(heard.morphemes(), end, start);
                // 「本を三冊持ってきて」: what is only counted may stand between.
                if (particle.isEmpty() || !bare.map(this::isCount).orElse(true)) {
                    return bare;
                }
            }
        }
        return bare;
    }

    private boolean isCount(Phrase.Span span) {
        return heard.morphemes().subList(span.from(), span.to()).stream()
                .allMatch(word -> word.is("名詞-数") || word.is("名詞-接尾-助数詞"));
    }

    /** Take the first noun phrase, where only a particle or the phrase's end bounds the hole. */
    private Optional<Phrase.Span> first(String particle, int start) {
        List<Morpheme> morphemes = heard.morphemes();
        for (int end = morphemes.size(); end > start; end--) {
            boolean fits = particle.isEmpty()
                    || (end < morphemes.size() && morphemes.get(end).surface().equals(particle));
            if (fits && NounPhrase.isIn(morphemes.get(end - 1))) {
                return NounPhrase.endingAt(morphemes, end, start);
            }
        }
        return Optional.empty();
    }

    private boolean isSame(Morpheme fixed, Morpheme other) {
        if (fixed.base().equals(other.base())) {
            return true;
        }
        Word one = wordOf(phrase, fixed);
        Word two = wordOf(heard, other);
        return one != null && two != null && one.same(two) >= 0.9;
    }

    private static @Nullable Word wordOf(Sentence sentence, Morpheme morpheme) {
        for (Word word : sentence.words()) {
            if (sentence.morphemes().get(word.at()).start() == morpheme.start()) {
                return word;
            }
        }
        return null;
    }

    private static boolean isParticle(Morpheme morpheme) {
        return morpheme.is("助詞") || morpheme.is("記号");
    }
}
