package dev.aizuchi.japanese;

import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Read numbers in kanji, and write those of whole sentences in digits without touching words such as 一緒 or 三日月. */
public final class Numbers {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String SMALL_UNITS = "十百千";
    private static final String LARGE_UNITS = "万億兆";
    private static final long LARGEST = 9_999_999_999_999_999L;
    /** More figures than the largest number has; a longer run is no number that a person said. */
    private static final int LONGEST = 40;

    /** Words of the dictionary that begin with a numeral which counts, although they are one word. */
    private static final Set<String> COUNTED = Set.of("つ", "月", "日", "人", "時", "度", "回", "本", "番");

    /** The dictionary takes 十分後 for "enough". */
    private static final Pattern TEN_MINUTES = Pattern.compile("(?<![一二三四五六七八九〇百千])十分(?=後|間|前|経|たったら|くらい|ぐらい|ほど)");

    private final Morphology morphology;
    private final Set<String> words =
            Set.copyOf(DataFile.read("number-words.txt").lines("no number"));

    /** Tell numbers from other words by this analyser. */
    public Numbers(Morphology morphology) {
        this.morphology = morphology;
    }

    /** Read a number in kanji, digits or both: 二十三, 二〇二四, 三百五, 2万, ゼロ; empty when it is none. */
    public static OptionalLong parse(String text) {
        if (text.equals("ゼロ") || text.equals("れい")) {
            return OptionalLong.of(0);
        }
        if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(Numbers::isFigure)) {
            return OptionalLong.empty();
        }
        return text.chars().anyMatch(c -> (SMALL_UNITS + LARGE_UNITS).indexOf(c) >= 0) ? byUnits(text) : byPlaces(text);
    }

    /** Write the numbers of a sentence in digits: 二十三号室 → 23号室, 三時半 → 3時半; 一緒に stays. */
    public String toDigits(String text) {
        StringBuilder written = new StringBuilder(text.length());
        StringBuilder figures = new StringBuilder();
        String clear = TEN_MINUTES.matcher(text).replaceAll("10分");
        for (Morpheme word : morphology.analyze(clear)) {
            int length = figuresAtStart(word, clear, figures.isEmpty());
            figures.append(word.surface(), 0, length);
            if (length < word.surface().length()) {
                flush(figures, written);
                written.append(word.surface(), length, word.surface().length());
            }
        }
        flush(figures, written);
        return written.toString();
    }

    /** Count the figures with which a word begins, 0 when they count nothing. */
    private int figuresAtStart(Morpheme word, String text, boolean first) {
        String surface = word.surface();
        int length = 0;
        while (length < surface.length() && isFigure(surface.charAt(length))) {
            length++;
        }
        // 数十人, 何百回: no number that could be written; 第二会議室: part of a name.
        boolean vague = first && word.start() > 0 && "数何幾第".indexOf(text.charAt(word.start() - 1)) >= 0;
        if (vague || words.contains(surface) || word.is("名詞-固有名詞")) {
            return 0;
        }
        boolean numeral = word.is("名詞-数") && length == surface.length();
        return numeral || COUNTED.contains(surface.substring(length)) ? length : 0;
    }

    private static void flush(StringBuilder figures, StringBuilder written) {
        if (!figures.isEmpty()) {
            String number = figures.toString();
            OptionalLong value = parse(number);
            boolean leadingZero = number.length() > 1 && "0〇零".indexOf(number.charAt(0)) >= 0;
            written.append(value.isPresent() ? leadingZero ? byFigure(number) : "" + value.getAsLong() : number);
            figures.setLength(0);
        }
    }

    /** Keep each figure, since a telephone number may begin with 0. */
    private static String byFigure(String number) {
        StringBuilder digits = new StringBuilder();
        number.chars().forEach(c -> digits.append(digit(c)));
        return digits.toString();
    }

    private static OptionalLong byPlaces(String text) {
        if (text.length() > 16) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(text.chars().mapToLong(Numbers::digit).reduce(0, (sum, digit) -> sum * 10 + digit));
    }

    /** Units must fall: 百万 and 万五百, but not 十百 or 万億. */
    private static OptionalLong byUnits(String text) {
        long total = 0;
        long group = 0;
        long digits = -1;
        int lastSmall = SMALL_UNITS.length();
        int lastLarge = LARGE_UNITS.length();
        for (int c : text.chars().toArray()) {
            int small = SMALL_UNITS.indexOf(c);
            int large = LARGE_UNITS.indexOf(c);
            if (small >= lastSmall || large >= lastLarge || digits > LARGEST / 10) {
                return OptionalLong.empty();
            }
            if (small >= 0) {
                group += Math.abs(digits) * (long) Math.pow(10, small + 1.0);
                lastSmall = small;
                digits = -1;
            } else if (large >= 0) {
                total += Math.max(group + Math.max(digits, 0), 1) * (long) Math.pow(10_000, large + 1.0);
                lastLarge = large;
                lastSmall = SMALL_UNITS.length();
                group = 0;
                digits = -1;
            } else {
                digits = Math.max(digits, 0) * 10 + digit(c);
            }
        }
        long value = total + group + Math.max(digits, 0);
        return value >= 0 && value <= LARGEST ? OptionalLong.of(value) : OptionalLong.empty();
    }

    private static boolean isFigure(int c) {
        return (c >= '0' && c <= '9') || (DIGITS + "零" + SMALL_UNITS + LARGE_UNITS).indexOf(c) >= 0;
    }

    private static int digit(int c) {
        return c <= '9' ? c - '0' : Math.max(DIGITS.indexOf(c), 0);
    }
}
