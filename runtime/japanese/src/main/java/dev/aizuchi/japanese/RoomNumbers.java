package dev.aizuchi.japanese;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Write the numbers of rooms in digits: ひゃくいち号室, いちまるいち号室 and 一〇一号室 → 101号室. */
final class RoomNumbers {
    private static final Map<String, Integer> DIGITS = Map.ofEntries(
            Map.entry("ぜろ", 0),
            Map.entry("れい", 0),
            Map.entry("まる", 0),
            Map.entry("いち", 1),
            Map.entry("に", 2),
            Map.entry("さん", 3),
            Map.entry("よん", 4),
            Map.entry("し", 4),
            Map.entry("ご", 5),
            Map.entry("ろく", 6),
            Map.entry("ろっ", 6),
            Map.entry("なな", 7),
            Map.entry("しち", 7),
            Map.entry("はち", 8),
            Map.entry("はっ", 8),
            Map.entry("きゅう", 9),
            Map.entry("く", 9));
    private static final Map<String, Integer> UNITS = Map.of("じゅう", 10, "ひゃく", 100, "びゃく", 100, "ぴゃく", 100, "せん", 1000);
    private static final Pattern WORD =
            Pattern.compile("じゅう|[ひびぴ]ゃく|せん|ぜろ|れい|まる|いち|に|さん|よん|し(?!つ)|しち|ご(?!う)|ろく|ろっ|なな|はち|はっ|きゅう|く");
    private static final Pattern ROOM = Pattern.compile("((?:" + WORD + "){2,})(?=号|ごう|の部屋)");
    private static final Pattern KANJI = Pattern.compile("[〇一二三四五六七八九十百千]{2,}(?=号|ごう|の部屋|の電気|の照明|の明かり)");

    private RoomNumbers() {}

    static String inDigits(String text, Numbers numbers) {
        String kana = ROOM.matcher(text).replaceAll(room -> Integer.toString(value(room.group(1))));
        return KANJI.matcher(kana).replaceAll(room -> Matcher.quoteReplacement(numbers.toDigits(room.group())));
    }

    /** ひゃくいち is added up, いちまるいち is spelt digit by digit. */
    private static int value(String words) {
        int sum = 0;
        int digits = 0;
        Matcher word = WORD.matcher(words);
        while (word.find()) {
            Integer unit = UNITS.get(word.group());
            if (unit == null) {
                digits = digits * 10 + DIGITS.getOrDefault(word.group(), 0);
            } else {
                sum += unit * Math.max(1, digits);
                digits = 0;
            }
        }
        return sum + digits;
    }
}
