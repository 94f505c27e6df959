package dev.aizuchi.japanese.accent;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.number.Counters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Part numbers with what they count into phrases, one for each of thousands, hundreds, tens and the rest. */
final class NumberAccents {
    private static final String NUMERAL = "名詞-数";
    private static final List<List<String>> DIGITS = List.of(
            List.of("イチ", "イッ"),
            List.of("ニ"),
            List.of("サン"),
            List.of("ヨン", "ヨ", "シ"),
            List.of("ゴ"),
            List.of("ロク", "ロッ"),
            List.of("ナナ", "シチ"),
            List.of("ハチ", "ハッ"),
            List.of("キュウ", "ク"));
    private static final List<List<String>> POWERS = List.of(
            List.of("ジュウ", "ジュッ", "ジッ"),
            List.of("ヒャク", "ビャク", "ピャク", "ヒャッ", "ビャッ", "ピャッ"),
            List.of("セン", "ゼン"),
            List.of("マン"));
    /** After which mora the pitch falls in the digits alone, in tens and in hundreds; NHK日本語発音アクセント新辞典. */
    private static final int[] ALONE = {2, 1, 0, 1, 1, 2, 1, 2, 1};

    private static final int[] TENS = {1, 1, 1, 1, 2, 3, 2, 3, 1};
    private static final int[] HUNDREDS = {2, 3, 1, 1, 3, 4, 2, 4, 1};

    private static final List<String> HALVES = List.of("ー", "ン", "ッ");
    private static final Pattern PART =
            Pattern.compile("(" + any(DIGITS) + ")?(" + any(POWERS) + ")|(" + any(DIGITS) + ")");

    private final Counters counters = new Counters();
    private final Map<String, String[]> falls = new HashMap<>();

    NumberAccents() {
        for (String line : DataFile.read(NumberAccents.class, "counters.tsv").lines("counters")) {
            String[] row = line.split("\t", -1);
            falls.put(row[0], row);
        }
    }

    private static String any(List<List<String>> readings) {
        return String.join("|", readings.stream().flatMap(List::stream).toList());
    }

    /** Give the words of a number, each a phrase of its own; none where its reading is not put together by rule. */
    List<AccentWord> words(String surface, String kana) {
        String[] counter = counter(surface);
        List<AccentWord> words = new ArrayList<>();
        Matcher part = PART.matcher(kana);
        int at = 0;
        while (part.find(at) && part.start() == at) {
            boolean last = part.group(3) != null
                    || !PART.matcher(kana).region(part.end(), kana.length()).lookingAt();
            if (last) {
                return ended(words, surface, kana.substring(at), part, counter);
            }
            words.add(word(Spoken.drawn(part.group(), false), surface, fall(part)));
            at = part.end();
        }
        return List.of();
    }

    /** The last part joins what is counted. */
    private List<AccentWord> ended(
            List<AccentWord> words, String surface, String kana, Matcher part, String @Nullable [] counter) {
        List<String> morae = Spoken.drawn(kana, false);
        if (part.group().length() == kana.length()) {
            words.add(word(morae, surface, fall(part)));
        } else {
            String[] fall = counter == null ? new String[0] : counter[column(part)].split("/", -1);
            int numeral = Spoken.drawn(part.group(), false).size();
            int nucleus = numeral;
            if (fall.length == 2) {
                int extra = morae.size() - Integer.parseInt(fall[1]);
                int of = Integer.parseInt(fall[0]);
                nucleus = of == 0 ? 0 : Math.max(1, of + extra);
            }
            // Nothing falls after the second half of a syllable: サ’ンボン, though the dictionary's rule says サン’ボン.
            boolean half = nucleus > 1 && nucleus <= morae.size() && HALVES.contains(morae.get(nucleus - 1));
            words.add(word(morae, surface, half ? nucleus - 1 : nucleus));
        }
        return words;
    }

    private static AccentWord word(List<String> morae, String surface, int accent) {
        return new AccentWord(morae, NUMERAL, surface, accent, "*", true);
    }

    /** Where the columns of the table stand: the digits, then 10, 100, 1,000 and 10,000. */
    private static int column(Matcher part) {
        return part.group(2) == null
                ? 1 + index(DIGITS, part.group(3))
                : 1 + DIGITS.size() + index(POWERS, part.group(2));
    }

    private static int fall(Matcher part) {
        if (part.group(2) == null) {
            return ALONE[index(DIGITS, part.group(3))];
        }
        int digit = part.group(1) == null ? 0 : index(DIGITS, part.group(1));
        return switch (index(POWERS, part.group(2))) {
            case 0 -> TENS[digit];
            case 1 -> HUNDREDS[digit];
            default -> Spoken.morae(part.group()).size() - 1;
        };
    }

    private static int index(List<List<String>> readings, String reading) {
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i).contains(reading)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no numeral: " + reading);
    }

    private String @Nullable [] counter(String surface) {
        for (int at = 1; at < surface.length(); at++) {
            if (counters.lengthAt(surface, at) == surface.length() - at) {
                Counter counter = counters.at(surface, at);
                return counter == null ? null : falls.get(counter.name());
            }
        }
        return null;
    }
}
