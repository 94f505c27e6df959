package dev.aizuchi.japanese;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keep what a speaker means in the end: 「お茶、じゃなくてお水」 → 「お水」, 「電気をつけて、いや、消して」 → 「電気を消して」.
 *
 * <p>What the correction leaves out, the thing or what to do with it, is taken from before it. Callable from any
 * thread.
 */
public final class Corrections {
    private static final Pattern NUMBER = Pattern.compile("[0-9０-９一二三四五六七八九十百千万]+");
    /** What a number is of, and the number: 赤二, 負傷者は四名. */
    private static final Pattern COUNTED = Pattern.compile("^([^、。…0-9０-９一二三四五六七八九十百千万]{1,8})" + NUMBER);

    private final Morphology morphology;
    private final Pattern marks;

    /** Read what parts the words that are taken back from those that stay. */
    public Corrections(Morphology morphology) {
        this.morphology = morphology;
        marks = Pattern.compile(
                "(?:" + String.join("|", DataFile.read("corrections.txt").lines("marks")) + ")");
    }

    /** Give what is meant in the end; the text itself where nothing is taken back. */
    public String corrected(String text) {
        String kept = "";
        int from = 0;
        Matcher mark = marks.matcher(text);
        while (mark.find()) {
            if (mark.end() < text.length()) {
                kept = merged(kept, text.substring(from, mark.start()));
                from = mark.end();
            }
        }
        return merged(kept, text.substring(from));
    }

    private String merged(String before, String rest) {
        if (before.isEmpty() || rest.isEmpty()) {
            return rest.isEmpty() ? before : rest;
        }
        Optional<String> others = others(before, rest);
        if (others.isPresent()) {
            return others.get() + rest;
        }
        List<Morpheme> taken = morphology.analyze(before);
        List<Morpheme> said = morphology.analyze(rest);
        int thingEnd = thingEnd(taken);
        if (has(said, "動詞-自立") && !hasThing(said)) {
            return before.substring(0, thingEnd) + rest;
        }
        if (!hasThing(said) || has(said, "動詞") || has(said, "形容詞")) {
            return keptBefore(before, rest) + rest;
        }
        int behind = has(taken, "動詞") ? thingEnd(taken, false) : before.length();
        return keptBefore(before.substring(0, behind), rest) + rest + before.substring(behind);
    }

    /** Of 「赤一、黄二」, when it becomes 赤二, 黄二 stays. */
    private static Optional<String> others(String before, String rest) {
        Matcher counted = COUNTED.matcher(rest);
        if (!counted.find()) {
            return Optional.empty();
        }
        Matcher same = Pattern.compile(Pattern.quote(counted.group(1)) + NUMBER + "[^、。…]*[、。…]*")
                .matcher(before);
        return same.find() ? Optional.of(same.replaceFirst("")) : Optional.empty();
    }

    /** Of 「明日の3時」 that becomes 4時, 「明日の」 stays. */
    private static String keptBefore(String before, String rest) {
        Matcher number = NUMBER.matcher(before);
        int start = 0;
        while (NUMBER.matcher(rest).lookingAt() && number.find()) {
            start = number.start();
        }
        return before.substring(0, start);
    }

    private static int thingEnd(List<Morpheme> words) {
        return thingEnd(words, true);
    }

    /** Give the place behind the thing that the last verb is about, with its particle or without. */
    private static int thingEnd(List<Morpheme> words, boolean withParticle) {
        int verb = 0;
        while (verb < words.size()
                && !words.get(verb).is("動詞")
                && !words.get(verb).is("形容詞")) {
            verb++;
        }
        int end = verb;
        while (end > 0
                && !words.get(end - 1).is("名詞")
                && (!withParticle || !words.get(end - 1).is("助詞"))) {
            end--;
        }
        return end == 0 ? 0 : words.get(end - 1).end();
    }

    private static boolean hasThing(List<Morpheme> words) {
        return words.stream().anyMatch(word -> word.is("名詞") && !word.is("名詞-非自立"));
    }

    private static boolean has(List<Morpheme> words, String partOfSpeech) {
        return words.stream().anyMatch(word -> word.is(partOfSpeech));
    }
}
