package dev.aizuchi.japanese;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Say numbers, alone or with what is counted, as they sound: 3時 さんじ, 4時 よじ, 3分 さんぷん, 20日 はつか.
 *
 * <p>Immutable; callable from any thread.
 */
public final class NumberReading {
    private static final String[] DIGITS = {"", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"};
    private static final String[] UNITS = {"", "じゅう", "ひゃく", "せん"};
    private static final String[] GROUPS = {"", "まん", "おく", "ちょう"};
    private static final Pattern CHANGING = Pattern.compile("いちちょう$|はちちょう$|じゅうちょう$|さんひゃく|ろくひゃく|はちひゃく|さんせん|はちせん");
    private static final Map<String, String> CHANGED = Map.of(
            "いちちょう", "いっちょう", "はちちょう", "はっちょう", "じゅうちょう", "じゅっちょう", "さんひゃく", "さんびゃく", "ろくひゃく", "ろっぴゃく", "はちひゃく",
            "はっぴゃく", "さんせん", "さんぜん", "はちせん", "はっせん");
    private static final Pattern COUNTED = Pattern.compile("(\\d{1,16})(か月|[^\\d\\s、。!?]{0,5})");

    private static final Pattern STOPPED = Pattern.compile("(?:いち|はち|じゅう)$");
    private static final Pattern STOPPED_BEFORE_K = Pattern.compile("(?:ろく|ひゃく|びゃく|ぴゃく)$");

    private final Map<String, Counter> counters = new HashMap<>();

    private record Counter(String reading, char change, Map<String, String> exceptions) {}

    /** Read the counters that are known. */
    public NumberReading() {
        for (String line : DataFile.read("counters.tsv").lines("counters")) {
            String[] fields = line.split("\t", -1);
            Map<String, String> exceptions = new HashMap<>();
            for (String exception : fields.length > 3 ? fields[3].split(";", -1) : new String[0]) {
                exceptions.put(exception.split(" ", -1)[0], exception.split(" ", -1)[1]);
            }
            counters.put(fields[0], new Counter(fields[1], fields[2].charAt(0), Map.copyOf(exceptions)));
        }
    }

    /**
     * Say a number in hiragana: 305 → さんびゃくご.
     *
     * @throws IllegalArgumentException below 0 or from 10^16 on
     */
    public String of(long number) {
        Numbers.check(number);
        if (number == 0) {
            return "ゼロ";
        }
        StringBuilder said = new StringBuilder();
        long unit = 1_000_000_000_000L;
        for (int i = GROUPS.length - 1; i >= 0; i--, unit /= 10_000) {
            int group = (int) (number / unit % 10_000);
            if (group > 0) {
                said.append(changed(group(group, i > 0) + GROUPS[i]));
            }
        }
        return said.toString();
    }

    /** Say a number with its counter in hiragana; a counter that is not known is put behind as it stands. */
    public String of(long number, String name) {
        Counter counter = counters.get(name);
        if (counter == null) {
            return of(number) + name;
        }
        String whole = counter.exceptions.get("=" + number);
        if (whole != null) {
            return whole;
        }
        String last = counter.exceptions.get(String.valueOf(number % 10));
        if (last != null) {
            return (number >= 10 ? of(number - number % 10) : "") + last;
        }
        return joined(of(number), counter);
    }

    /** Write the numbers of a sentence as they are said: 「3時15分です」 → 「さんじじゅうごふんです」. */
    public String inSentence(String text) {
        return COUNTED.matcher(text).replaceAll(found -> {
            long number = Long.parseLong(found.group(1));
            String after = found.group(2);
            for (int length = after.length(); length > 0; length--) {
                if (counters.containsKey(after.substring(0, length))) {
                    return Matcher.quoteReplacement(of(number, after.substring(0, length)) + after.substring(length));
                }
            }
            return Matcher.quoteReplacement(of(number) + after);
        });
    }

    private static String group(int number, boolean large) {
        StringBuilder said = new StringBuilder();
        int unit = 1_000;
        for (int i = 3; i >= 0; i--, unit /= 10) {
            int digit = number / unit % 10;
            if (digit == 1 && i > 0) {
                // 千 alone is せん, but 一千万 is いっせんまん.
                said.append(i == 3 && large ? "いっ" : "").append(UNITS[i]);
            } else if (digit > 0) {
                said.append(DIGITS[digit]).append(UNITS[i]);
            }
        }
        return said.toString();
    }

    private static String changed(String said) {
        return CHANGING.matcher(said).replaceAll(found -> CHANGED.getOrDefault(found.group(), found.group()));
    }

    /** Join a number and a counter as the tongue does: いち + かい → いっかい, さん + ほん → さんぼん. */
    private static String joined(String number, Counter counter) {
        String reading = counter.reading;
        boolean breath = "hf".indexOf(counter.change) >= 0 && !reading.startsWith("ぱ");
        if (breath && number.endsWith("さん")) {
            return number + voiced(reading, counter.change == 'h' ? 1 : 2);
        }
        if (counter.change == 'f' && number.endsWith("よん")) {
            return number + voiced(reading, 2);
        }
        String stopped = stopped(number, counter.change);
        return stopped + (breath && !stopped.equals(number) ? voiced(reading, 2) : reading);
    }

    /** Let a number end in っ where the counter's first sound asks for it. */
    private static String stopped(String number, char change) {
        boolean one = change != '-' && STOPPED.matcher(number).find();
        boolean six =
                "khf".indexOf(change) >= 0 && STOPPED_BEFORE_K.matcher(number).find();
        return one || six ? number.substring(0, number.length() - 1) + "っ" : number;
    }

    /** は → ば → ぱ stand in this order in Unicode. */
    private static String voiced(String reading, int steps) {
        return (char) (reading.charAt(0) + steps) + reading.substring(1);
    }
}
