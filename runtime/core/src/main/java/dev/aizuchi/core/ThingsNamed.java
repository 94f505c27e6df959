package dev.aizuchi.core;

import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.kana.KanaDistance;
import dev.aizuchi.japanese.kana.Morae;
import dev.aizuchi.skill.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Find which things of a vocabulary an utterance names: by their words, else by how these sound. Callable from any
 * thread.
 *
 * <p>A short word counts only where a word of the sentence begins and ends: 水 is not in 水曜日.
 */
final class ThingsNamed {
    /** From here on a word that was heard is taken for one of the list, if it is long enough. */
    private static final double ALIKE = 0.8;

    private static final String OF = "の";
    private static final String COUNTER = "名詞-接尾-助数詞";
    private static final Pattern HIRAGANA = Pattern.compile("[ぁ-ゖー]+");
    private static final Pattern SIGN = Pattern.compile("[0-9A-Za-z]");
    private static final int LONG = 4;
    private static final int TELLING = 3;
    private static final int MOST_WORDS = 4;

    private final KanaDistance distance;
    private final List<Thing> things = new ArrayList<>();

    /** One word for a value. */
    private record Thing(String value, String word, String reading, List<String> morae) {}

    ThingsNamed(Vocabulary vocabulary, Morphology morphology, KanaDistance distance) {
        this.distance = distance;
        vocabulary
                .wordsByValue()
                .forEach((value, words) -> words.forEach(word -> {
                    // A figure has no sound of its own, nor has a letter: 1班 would be any 班.
                    String reading = SIGN.matcher(word).find() ? "" : morphology.reading(word);
                    things.add(new Thing(value, word, reading, Morae.of(reading)));
                }));
        things.sort(
                Comparator.comparingInt((Thing thing) -> thing.word.length()).reversed());
    }

    /** Give the things in the order in which they are named. */
    List<Found> in(String text, List<Morpheme> words) {
        List<Found> found = written(text, words);
        if (found.isEmpty()) {
            found = heard(words);
        }
        List<Found> named = found;
        return named.stream()
                .filter(thing -> named.stream().noneMatch(other -> tellsOf(thing, other, text)))
                .sorted(Comparator.comparingInt(thing -> thing.span().start()))
                .toList();
    }

    /** 「資料の箱」 is a box. */
    private static boolean tellsOf(Found thing, Found other, String text) {
        int behind = thing.span().end();
        return other.span().start() == behind + OF.length() && text.startsWith(OF, behind);
    }

    /** Give the things that are named as they are written, whatever else may sound like one. */
    List<Found> written(String text, List<Morpheme> words) {
        List<Found> found = new ArrayList<>();
        for (Thing thing : things) {
            int length = thing.word.length();
            for (int at = text.indexOf(thing.word); at >= 0; at = text.indexOf(thing.word, at + 1)) {
                Span span = new Span(at, at + length);
                if (found.stream().noneMatch(other -> other.span().overlaps(span))
                        && (isTelling(thing.word, span, words) || isWord(span, text, words))) {
                    found.add(new Found(span, thing.value));
                }
            }
        }
        return found;
    }

    /** A long word is one wherever it stands; in kana alone, not behind a particle: 「寝とるんやけど」 names no burn. */
    private static boolean isTelling(String word, Span span, List<Morpheme> words) {
        return word.length() >= TELLING
                && (!HIRAGANA.matcher(word).matches()
                        || words.stream().noneMatch(each -> each.start() == span.start() && each.is("助")));
    }

    /** Whether a word begins here, and ends here or is inflected: 寒 in 寒くて, but not 下 in 下がって, nor 本 in 一本. */
    private static boolean isWord(Span span, String text, List<Morpheme> words) {
        boolean inflected = span.end() < text.length() && Kana.isKana(text.charAt(span.end()));
        boolean begins = words.stream().anyMatch(word -> word.start() == span.start() && !word.is(COUNTER));
        return begins
                && words.stream()
                        .anyMatch(word -> word.end() == span.end()
                                || (inflected
                                        && word.start() < span.end()
                                        && word.end() > span.end()
                                        && word.base().length() <= span.end() - span.start() + 1
                                        && (word.is("形容詞") || word.is("動詞"))));
    }

    private List<Found> heard(List<Morpheme> words) {
        List<Found> found = new ArrayList<>();
        double best = 0;
        for (int from = 0; from < words.size(); from++) {
            // 「てぬぐいある」: in kana, a word may look as if it began with a particle.
            // 「くれんね」 is the end of a request, however it may sound.
            Morpheme first = words.get(from);
            if ((from > 0 && first.is("助")) || first.is("記号") || first.is("動詞-非自立") || first.is(COUNTER)) {
                continue;
            }
            StringBuilder said = new StringBuilder();
            for (int to = from; to < Math.min(words.size(), from + MOST_WORDS); to++) {
                String reading =
                        Kana.hiragana(said.append(words.get(to).reading()).toString());
                List<String> morae = Morae.of(reading);
                List<Morpheme> heard = words.subList(from, to + 1);
                boolean inKana = heard.stream()
                        .allMatch(word -> word.surface().codePoints().allMatch(Kana::isKana));
                // 方 is no 頬, nor is した one of 下: so short, only a noun in kana is what it sounds like.
                if (morae.size() < TELLING && !(inKana && heard.stream().allMatch(ThingsNamed::isNoun))) {
                    continue;
                }
                for (Thing thing : things) {
                    double likeness = likeness(thing, reading, morae, inKana);
                    if (likeness > best) {
                        best = likeness;
                        found = List.of(new Found(
                                new Span(words.get(from).start(), words.get(to).end()), thing.value));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isNoun(Morpheme word) {
        boolean depends = word.is("名詞-非自立") || word.is("名詞-接尾") || word.is("名詞-代名詞");
        return word.is("接頭詞") || (word.is("名詞") && !depends);
    }

    /** What was heard as another word in its own characters is that word: 印刷 is no 診察. */
    private double likeness(Thing thing, String reading, List<String> morae, boolean inKana) {
        int length = thing.morae.size();
        if (thing.morae.equals(morae)) {
            return length < 2 ? 0 : 1;
        }
        if (!inKana || length < LONG || Math.abs(length - morae.size()) > 1) {
            return 0;
        }
        double likeness = distance.likeness(thing.reading, reading);
        return likeness >= ALIKE ? likeness : 0;
    }
}
