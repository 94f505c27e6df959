package dev.aizuchi.japanese.reading;

import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.number.Counters;
import dev.aizuchi.japanese.number.NumberSpeech;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Read what has a form of its own: telephone numbers, dates, times, addresses, URLs, mail addresses, R6.5.1, versions.
 */
final class Codes {
    private static final Pattern URL = Pattern.compile("(?:https?://|www\\.)[A-Za-z0-9./_~?=&%#:+-]*[A-Za-z0-9/]");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");
    private static final Pattern PHONE = Pattern.compile(
            "(?:\\+81-?)?\\(?0?[0-9]{1,4}\\)?-[0-9]{1,4}-[0-9]{3,4}(?![0-9-])|0[0-9]{9,10}(?![0-9])|(?<![0-9])0[0-9]{1,4}\\([0-9]{1,4}\\)[0-9]{4}");
    private static final Pattern POSTAL = Pattern.compile("〒 ?([0-9]{3})-([0-9]{4})");
    private static final Pattern DATE =
            Pattern.compile("([12][0-9]{3})([-/.])(1[0-2]|0?[1-9])\\2(3[01]|[12][0-9]|0?[1-9])(?![0-9/-])");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(1[0-2]|0?[1-9])/(3[01]|[12][0-9]|0?[1-9])" + "(?=\\(|[にのはか〜まとでも、。 ]|(?<=/(?:1[3-9]|2[0-9]|3[01]))$)");
    private static final Pattern ERA_DATE =
            Pattern.compile("([MTSHR])([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{1,2})(?![0-9.])");
    private static final Pattern ERA_YEAR = Pattern.compile("([MTSHR])([0-9]{1,2})(?=年)");
    private static final Pattern BASEMENT = Pattern.compile("B([0-9]{1,2})(?:F(?![A-Za-z])|階)");
    private static final Pattern TIME = Pattern.compile(
            "(?:([AaPp])\\.?[Mm]\\.? ?)?([01]?[0-9]|2[0-9]):([0-5][0-9])(?::([0-5][0-9]))?(?![0-9:])(?: ?([AaPp])\\.?[Mm](?![A-Za-z])\\.?)?");
    private static final Pattern HALF_HOUR = Pattern.compile("([AaPp])\\.?[Mm]\\.? ?([0-9]{1,2})(?:時|(?=[、。〜 ]|$))");
    private static final Pattern SCORE =
            Pattern.compile("([0-9]{1,3})[-:]([0-9]{1,3})(?=で(?:勝|負|敗|リード|引き分け|終|下)|の(?:勝|敗|比|割合|同点|引き分け|接戦|スコア))");
    private static final Pattern CHAIN = Pattern.compile("[0-9]{1,4}(?:-[0-9]{1,5}){1,3}(?![0-9-])");
    private static final Pattern VERSION = Pattern.compile("[0-9]+(?:\\.[0-9]+){2,3}(?![0-9.])");
    private static final Pattern PRESSURE = Pattern.compile("(?<=血圧[^0-9]{0,6})([0-9]{2,3})/([0-9]{2,3})(?![0-9/])");
    /** 3-5歳 is from three on, 10-3=7 a sum. */
    private static final Pattern FROM = Pattern.compile(
            "([0-9]{1,4})-(?=[0-9]{1,4}(?:歳|才|人|名|個|回|日|時|分|秒|か月|ヶ月|週|年|本|枚|倍|階|%|度|[kcm]?m(?![A-Za-z])|[km]?g(?![A-Za-z])|m?L(?![A-Za-z])))");

    private static final Pattern MINUS = Pattern.compile("([0-9]{1,9})-(?=[0-9.]{1,9} ?=)");
    private static final List<String> ERAS = List.of("めいじ", "たいしょう", "しょうわ", "へいせい", "れいわ");

    private final NumberSpeech speech = new NumberSpeech();
    private final Counters counters = new Counters();
    private final Latin latin;

    Codes(Latin latin) {
        this.latin = latin;
    }

    /** Read the code that begins here, or give null. */
    @Nullable
    Written at(String text, int at) {
        char c = text.charAt(at);
        boolean inWord = at > 0 && isCode(text.charAt(at - 1)) && isCode(c);
        if (inWord || !(isCode(c) || c == '〒' || c == '+' || c == '(')) {
            return null;
        }
        Written letters = Numbers.isLatin(c) || Character.isDigit(c) ? address(text, at) : null;
        return letters == null ? figures(text, at) : letters;
    }

    private @Nullable Written address(String text, int at) {
        Matcher mail = begins(MAIL, text, at);
        if (mail == null) {
            mail = begins(URL, text, at);
        }
        if (mail != null) {
            return new Written(mail.start(), mail.end(), latin.spelled(mail.group()));
        }
        Matcher basement = begins(BASEMENT, text, at);
        if (basement != null) {
            return written(basement, "ちか" + counted(basement.group(1), "階"));
        }
        Matcher year = begins(ERA_YEAR, text, at);
        if (year != null) {
            return new Written(at, year.end() + 1, era(year.group(1)) + counted(year.group(2), "年"));
        }
        Matcher era = begins(ERA_DATE, text, at);
        return era == null
                ? null
                : written(era, era(era.group(1)) + counted(era.group(2), "年") + " " + date(era.group(3), era.group(4)));
    }

    private static String era(String letter) {
        return ERAS.get("MTSHR".indexOf(letter));
    }

    private @Nullable Written figures(String text, int at) {
        Matcher found = begins(SCORE, text, at);
        if (found != null) {
            return written(
                    found,
                    speech.of(new BigDecimal(found.group(1))) + "たい" + speech.of(new BigDecimal(found.group(2))));
        }
        found = begins(PRESSURE, text, at);
        if (found != null) {
            return written(found, joined(found.group(), "/", "の "));
        }
        found = begins(FROM, text, at);
        if (found != null) {
            return written(found, speech.of(new BigDecimal(found.group(1))) + " から ");
        }
        found = begins(MINUS, text, at);
        if (found != null) {
            return written(found, speech.of(new BigDecimal(found.group(1))) + " まいなす ");
        }
        found = begins(DATE, text, at);
        if (found != null) {
            return written(found, counted(found.group(1), "年") + " " + date(found.group(3), found.group(4)));
        }
        found = begins(TIME, text, at);
        if (found != null) {
            return written(found, half(found.group(1) == null ? found.group(5) : found.group(1)) + time(found));
        }
        found = begins(HALF_HOUR, text, at);
        if (found != null) {
            return written(found, half(found.group(1)) + counted(found.group(2), "時"));
        }
        found = begins(POSTAL, text, at);
        if (found != null) {
            return written(found, "ゆうびんばんごう " + speech.figures(found.group(1)) + "の " + speech.figures(found.group(2)));
        }
        found = begins(PHONE, text, at);
        if (found != null) {
            return written(found, groups(found.group()));
        }
        found = begins(MONTH_DAY, text, at);
        if (found != null) {
            return written(found, date(found.group(1), found.group(2)));
        }
        found = begins(VERSION, text, at);
        if (found != null) {
            return written(found, joined(found.group(), "\\.", "てん"));
        }
        found = begins(CHAIN, text, at);
        return found == null ? null : written(found, joined(found.group(), "-", "の "));
    }

    private String time(Matcher found) {
        String minutes = found.group(3).equals("00") ? "" : counted(found.group(3), "分");
        return counted(found.group(2), "時") + minutes + (found.group(4) == null ? "" : counted(found.group(4), "秒"));
    }

    private static String half(@Nullable String letter) {
        return letter == null ? "" : letter.equalsIgnoreCase("a") ? "ごぜん " : "ごご ";
    }

    /** Telephone figures by group; a number without groups as it is usually grouped. */
    private String groups(String number) {
        String plain = number.replaceAll("[^0-9+]", "");
        String grouped = number.matches("[0-9]+")
                ? plain.length() == 11
                        ? plain.substring(0, 3) + "-" + plain.substring(3, 7) + "-" + plain.substring(7)
                        : plain.substring(0, plain.length() - 8) + "-"
                                + plain.substring(plain.length() - 8, plain.length() - 4) + "-"
                                + plain.substring(plain.length() - 4)
                : number;
        StringBuilder said = new StringBuilder();
        for (String group : grouped.split("[^0-9+]+", -1)) {
            if (!group.isEmpty()) {
                said.append(said.isEmpty() ? "" : " ")
                        .append(group.startsWith("+") ? "ぷらす" : "")
                        .append(speech.figures(group.replace("+", "")));
            }
        }
        return said.toString();
    }

    private String joined(String text, String mark, String word) {
        StringBuilder said = new StringBuilder();
        for (String part : text.split(mark, -1)) {
            said.append(said.isEmpty() ? "" : word).append(speech.of(new BigDecimal(part)));
        }
        return said.toString();
    }

    private String date(String month, String day) {
        return counted(month, "月") + " " + counted(day, "日");
    }

    private String counted(String number, String name) {
        Counter counter = counters.named(name);
        BigDecimal value = new BigDecimal(number);
        return counter == null ? speech.of(value) : speech.of(value, counter);
    }

    private static Written written(Matcher found, String said) {
        return new Written(found.start(), found.end(), said);
    }

    private static @Nullable Matcher begins(Pattern pattern, String text, int at) {
        Matcher matcher = pattern.matcher(text)
                .region(at, Math.min(text.length(), at + 200))
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        return matcher.lookingAt() ? matcher : null;
    }

    private static boolean isCode(char c) {
        return (c >= '0' && c <= '9') || Numbers.isLatin(c);
    }
}
