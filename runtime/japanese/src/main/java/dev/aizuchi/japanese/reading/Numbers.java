package dev.aizuchi.japanese.reading;

import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.number.Counters;
import dev.aizuchi.japanese.number.NumberSpeech;
import dev.aizuchi.japanese.number.Numeral;
import dev.aizuchi.japanese.number.WrittenNumerals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Read numbers with what they count: 3時30分, 1,980円, 三本, 2〜3日, 1/3, 38.5℃, -5度. */
final class Numbers {
    private static final List<String> DAY_LASTS = List.of(
            "中", "に一", "に1", "に2", "に3", "に二", "に三", "一回", "二回", "三回", "1回", "2回", "3回", "あたり", "で", "が", "も", "を", "分",
            "一", "1", "2", "3", "二", "三", "休", "の終わり", "の始まり", "おき", "延期");
    private static final Map<String, String> SIGNS = Map.of("¥", "えん", "$", "どる", "€", "ゆーろ", "£", "ぽんど");

    private static final Pattern LARGE = Pattern.compile("([0-9]+\\.[0-9]+)([万億兆])");
    private static final Map<String, String> GROUPS = Map.of("万", "まん", "億", "おく", "兆", "ちょう");

    private final NumberSpeech speech = new NumberSpeech();
    private final Counters counters = new Counters();

    /** Read the number that begins here, or give null. */
    @Nullable
    Written at(String text, int at) {
        String sign = text.substring(at, at + 1);
        if (SIGNS.containsKey(sign)) {
            return money(text, at, sign);
        }
        boolean minus = sign.equals("-")
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
        int start = minus || sign.equals("第") ? at + 1 : at;
        Numeral numeral = start < text.length() && text.charAt(start) != '数' ? WrittenNumerals.at(text, start) : null;
        if (numeral == null || (start > at && !minus && !sign.equals("第"))) {
            return null;
        }
        Written read = numeral(text, numeral);
        String before = minus ? "まいなす" : start > at ? "だい" : "";
        return read == null ? null : new Written(at, read.end(), before + read.said());
    }

    private @Nullable Written money(String text, int at, String sign) {
        int start = text.startsWith(" ", at + 1) ? at + 2 : at + 1;
        Numeral numeral = start < text.length() && text.charAt(start) <= '9' ? WrittenNumerals.at(text, start) : null;
        if (numeral == null) {
            return null;
        }
        Counter counter = counters.named(sign.equals("¥") ? "円" : "ドル");
        String said = sign.equals("¥") && counter != null
                ? speech.of(numeral.value(), counter)
                : speech.of(numeral.value()) + SIGNS.get(sign);
        return new Written(at, numeral.end(), said);
    }

    private @Nullable Written numeral(String text, Numeral numeral) {
        int end = numeral.end();
        if (text.substring(numeral.start(), end).indexOf('数') >= 0) {
            // 十数人 is said word by word.
            return null;
        }
        Written large = large(text, numeral);
        if (large != null) {
            return large;
        }
        Written fraction = fraction(text, numeral);
        if (fraction != null) {
            return fraction;
        }
        int length = counters.lengthAt(text, end);
        Counter counter = length == 0 ? null : counters.at(text, end);
        boolean latin = length > 0
                && isLatin(text.charAt(end + length - 1))
                && end + length < text.length()
                && isLatin(text.charAt(end + length));
        if (counter == null || latin) {
            return new Written(numeral.start(), end, bare(numeral));
        }
        String said = numeral.isVague()
                ? vague(numeral, counter)
                : numeral.digits() != null
                                && numeral.digits().startsWith("0")
                                && numeral.digits().length() > 1
                        ? speech.figures(numeral.digits()) + counter.reading()
                        : counted(text, numeral.value(), counter, end + length);
        return new Written(numeral.start(), end + length, said);
    }

    /** 1.5億円 is said as it is written. */
    private @Nullable Written large(String text, Numeral numeral) {
        Matcher matcher = LARGE.matcher(text.substring(numeral.start(), numeral.end()));
        if (!matcher.matches() || numeral.isVague()) {
            return null;
        }
        int end = numeral.end();
        int length = counters.lengthAt(text, end);
        Counter counter = length == 0 ? null : counters.at(text, end);
        String said = speech.of(new BigDecimal(matcher.group(1))) + GROUPS.get(matcher.group(2));
        return new Written(numeral.start(), end + length, counter == null ? said : said + counter.reading());
    }

    /** 2、3日 is said in one breath, and its days are counted にち. */
    private String vague(Numeral numeral, Counter counter) {
        String high = counter.kind() == Counter.Kind.DAY
                ? speech.of(numeral.highest()) + counter.reading()
                : speech.of(numeral.highest(), counter);
        return speech.of(numeral.value()) + high;
    }

    private String bare(Numeral numeral) {
        String digits = numeral.digits();
        if (digits != null && digits.length() > 1 && digits.startsWith("0")) {
            return speech.figures(digits);
        }
        return numeral.isVague()
                ? speech.of(numeral.value()) + "、" + speech.of(numeral.highest())
                : speech.of(numeral.value());
    }

    /** 1日 is ついたち, but いちにち where it lasts. */
    private String counted(String text, BigDecimal number, Counter counter, int end) {
        boolean day = counter.kind() == Counter.Kind.DAY && number.compareTo(BigDecimal.ONE) == 0;
        if (day && lasts(text, end)) {
            return "いちにち";
        }
        return speech.of(number, counter);
    }

    private static boolean lasts(String text, int end) {
        int start = end - 2;
        boolean monthBefore = start > 0 && text.charAt(start - 1) == '月';
        return !monthBefore
                && (end >= text.length()
                        || DAY_LASTS.stream().anyMatch(word -> text.startsWith(word, end))
                        || (start > 1 && text.startsWith("今日", start - 2)));
    }

    private @Nullable Written fraction(String text, Numeral numeral) {
        int end = numeral.end();
        boolean drawn = end < text.length() && (text.charAt(end) == '\u2044' || text.charAt(end) == '/');
        boolean said = text.startsWith("分の", end);
        Numeral other = drawn ? WrittenNumerals.at(text, end + 1) : said ? WrittenNumerals.at(text, end + 2) : null;
        boolean again = other != null && drawn && other.end() < text.length() && text.charAt(other.end()) == '/';
        if (other == null || again) {
            return null;
        }
        BigDecimal whole = drawn ? other.value() : numeral.value();
        BigDecimal part = drawn ? numeral.value() : other.value();
        Counter counter = counters.at(text, other.end());
        int length = counter == null ? 0 : counters.lengthAt(text, other.end());
        String last = counter == null ? speech.of(part) : speech.of(part, counter);
        return new Written(numeral.start(), other.end() + length, speech.of(whole) + "ぶんの " + last);
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
