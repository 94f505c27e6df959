package dev.aizuchi.core;

import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Hold what was understood of one utterance; before its slots are filled, what stood in the phrase's holes.
 *
 * @param slots the values on the wire
 * @param words the same as they were said
 * @param took how long it took to understand
 */
record Wish(
        String intent, Map<String, String> slots, Map<String, String> words, double score, Duration took, String text) {
    /** So sure is a wish that it is nothing else: no answer in words of one's own, nothing left out. */
    private static final double SURE = 0.9;

    Wish {
        slots = Map.copyOf(slots);
        words = Map.copyOf(words);
    }

    static Wish of(Match match, Duration took, String text) {
        return new Wish(match.intent(), match.slots(), Map.of(), match.score(), took, text);
    }

    /** A wish that nobody has put into words of its own. */
    static Wish implied(String intent, Duration took, String text) {
        return new Wish(intent, Map.of(), Map.of(), 1, took, text);
    }

    /** The wish that a turn was about. */
    static Wish of(Turn about) {
        return new Wish(about.intent(), about.slots(), about.words(), 1, Duration.ZERO, about.text());
    }

    /** Tell whether a turn was about this, word for word. */
    boolean isSaidBy(Turn about) {
        return intent.equals(about.intent()) && slots.equals(about.slots()) && text.equals(about.text());
    }

    boolean isSure() {
        return score >= SURE;
    }

    Wish with(Map<String, String> others, Map<String, String> said) {
        return new Wish(intent, others, said, score, took, text);
    }

    /** Give the same with one value more, on the wire and as it was said. */
    Wish with(String slot, String value, String said) {
        return new Wish(intent, Map.of(slot, value), Map.of(slot, said), score, took, text).onTopOf(this);
    }

    /** Read on in what was said later. */
    Wish followedBy(String later) {
        return new Wish(intent, slots, words, score, took, text + "、" + later);
    }

    /** Keep of an earlier wish what this one leaves open. */
    Wish onTopOf(Wish earlier) {
        Map<String, String> allSlots = new HashMap<>(earlier.slots);
        Map<String, String> allWords = new HashMap<>(earlier.words);
        allSlots.putAll(slots);
        allWords.putAll(words);
        return with(allSlots, allWords);
    }

    /**
     * Give the sentence with other words for its values, behind what was said: a skill may look at more than values.
     */
    String renewed(Map<String, String> others, String said) {
        String renewed = text;
        for (Map.Entry<String, String> each : others.entrySet()) {
            String before = words.getOrDefault(each.getKey(), "");
            renewed = before.isEmpty() ? renewed : renewed.replace(before, each.getValue());
        }
        return renewed.isEmpty() ? said : said + "、" + renewed;
    }
}
