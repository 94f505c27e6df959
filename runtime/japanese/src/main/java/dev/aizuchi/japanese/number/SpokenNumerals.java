package dev.aizuchi.japanese.number;

import dev.aizuchi.japanese.DataFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Find numbers said in hiragana: さんびゃくご, にじゅうさん, れいてんご, and figures one by one, ぜろきゅうぜろ.
 *
 * <p>Kana can often be cut in several ways (に|にん, にじゅうさん|ど), so all ends are given, the longest first.
 */
public final class SpokenNumerals {
    private static final int LONGEST = 80;

    private enum Part {
        DIGIT,
        SMALL,
        LARGE,
        POINT
    }

    private record Word(String kana, Part part, int value) {}

    private final Map<Character, List<Word>> words = new HashMap<>();

    /** Read the words for numbers. */
    public SpokenNumerals() {
        for (String line : DataFile.read(SpokenNumerals.class, "spoken.tsv").lines("spoken")) {
            String[] fields = line.split("\t", -1);
            Word word = new Word(fields[0], Part.valueOf(fields[1]), Integer.parseInt(fields[2]));
            words.computeIfAbsent(fields[0].charAt(0), first -> new ArrayList<>())
                    .add(word);
        }
    }

    /** Tell whether a number can begin with this character. */
    public boolean begins(char c) {
        return words.containsKey(c);
    }

    /** Find all numbers that begin here; one that ends in っ wants a counter behind it. */
    public List<Numeral> at(String hiragana, int start) {
        if (start >= hiragana.length() || !begins(hiragana.charAt(start))) {
            return List.of();
        }
        List<Numeral> found = new ArrayList<>(4);
        walk(new State(hiragana, start, found), start, 0, 0, -1, 4, 20);
        List<Numeral> figures = figures(hiragana, start);
        found.addAll(figures);
        found.sort(Comparator.comparingInt(Numeral::end).reversed());
        return found;
    }

    private record State(String text, int start, List<Numeral> found) {}

    private void walk(State state, int at, long total, long group, int digit, int lastSmall, int lastLarge) {
        if (at >= state.text.length() || at - state.start > LONGEST) {
            return;
        }
        for (Word word : words.getOrDefault(state.text.charAt(at), List.of())) {
            if (!state.text.startsWith(word.kana, at) || !voicedRightly(word.kana, digit)) {
                continue;
            }
            int end = at + word.kana.length();
            long factor = Math.max(digit, 1);
            if (word.part == Part.DIGIT && digit < 0 && !(word.value == 0 && at > state.start)) {
                add(state, end, total + group + word.value);
                walk(state, end, total, group, word.value, lastSmall, lastLarge);
            } else if (word.part == Part.SMALL && word.value < lastSmall && digit != 0) {
                long sum = group + factor * (long) Math.pow(10, word.value);
                add(state, end, total + sum);
                walk(state, end, total, sum, -1, word.value, lastLarge);
            } else if (word.part == Part.LARGE && word.value < lastLarge && group + digit > 0) {
                long sum = total + (group + Math.max(digit, 0)) * (long) Math.pow(10, word.value);
                add(state, end, sum);
                walk(state, end, sum, 0, -1, 4, word.value);
            } else if (word.part == Part.POINT && at > state.start) {
                decimals(state, end, total + group + Math.max(digit, 0));
            }
        }
    }

    /** さんびゃく, ろっぴゃく, さんぜん, but no ごぜん. */
    private static boolean voicedRightly(String kana, int digit) {
        char first = kana.charAt(0);
        if (kana.startsWith("ぜん") || first == 'び') {
            return digit == 3;
        }
        return first != 'ぴ' || digit == 6 || digit == 8;
    }

    private static void add(State state, int end, long value) {
        BigDecimal number = BigDecimal.valueOf(value);
        state.found.add(new Numeral(state.start, end, number, number, null, true));
    }

    private void decimals(State state, int at, long whole) {
        StringBuilder digits = new StringBuilder().append(whole).append('.');
        int end = at;
        for (Word word = digit(state.text, end); word != null; word = digit(state.text, end)) {
            digits.append(word.value);
            end += word.kana.length();
            BigDecimal number = new BigDecimal(digits.toString());
            state.found.add(new Numeral(state.start, end, number, number, null, true));
        }
    }

    /** Figures one by one, three or more, as room and telephone numbers are said. */
    private List<Numeral> figures(String text, int start) {
        List<Numeral> found = new ArrayList<>(0);
        StringBuilder digits = new StringBuilder();
        int end = start;
        for (Word word = digit(text, end); word != null && digits.length() < LONGEST; word = digit(text, end)) {
            digits.append(word.value);
            end += word.kana.length();
            if (digits.length() > 2) {
                BigDecimal number = new BigDecimal(digits.toString());
                found.add(new Numeral(start, end, number, number, digits.toString(), true));
            }
        }
        return found;
    }

    private @org.jspecify.annotations.Nullable Word digit(String text, int at) {
        if (at >= text.length()) {
            return null;
        }
        Word best = null;
        for (Word word : words.getOrDefault(text.charAt(at), List.of())) {
            boolean fits = word.part == Part.DIGIT && !word.kana.endsWith("っ") && text.startsWith(word.kana, at);
            if (fits && (best == null || word.kana.length() > best.kana.length())) {
                best = word;
            }
        }
        return best;
    }
}
