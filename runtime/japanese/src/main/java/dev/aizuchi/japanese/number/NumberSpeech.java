package dev.aizuchi.japanese.number;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** Say numbers, alone or with what is counted, in hiragana: 305 さんびゃくご, 3時 さんじ, 4分 よんぷん, 20日 はつか. */
public final class NumberSpeech {
    private static final String[] DIGITS = {"", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"};
    private static final String[] UNITS = {"", "じゅう", "ひゃく", "せん"};
    private static final String[] GROUPS = {"", "まん", "おく", "ちょう", "けい"};
    private static final Pattern CHANGING =
            Pattern.compile("(?:いち|はち|じゅう)ちょう$|(?:いち|ろく|はち|じゅう|ひゃく|びゃく|ぴゃく)けい$|さんひゃく|ろくひゃく|はちひゃく|さんせん|はちせん");
    private static final Map<String, String> CHANGED =
            Map.of("さんひゃく", "さんびゃく", "ろくひゃく", "ろっぴゃく", "はちひゃく", "はっぴゃく", "さんせん", "さんぜん", "はちせん", "はっせん");
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(20);
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final String VOICED = "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとど";

    /** Say a number; one of 10^20 or more is said figure by figure. */
    public String of(BigDecimal number) {
        if (number.signum() < 0) {
            return "まいなす" + of(number.negate());
        }
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        if (point >= 0) {
            String whole = plain.substring(0, point);
            String said = whole.matches("0+") ? "れい" : stopped(of(new BigDecimal(whole)), Counter.Change.S);
            return said + "てん" + figures(plain.substring(point + 1));
        }
        if (number.compareTo(LIMIT) >= 0) {
            return figures(plain);
        }
        return number.signum() == 0 ? "ぜろ" : whole(number);
    }

    /** Say a number with its counter. */
    public String of(BigDecimal number, Counter counter) {
        boolean isWhole = number.stripTrailingZeros().scale() <= 0;
        if (isWhole && number.signum() >= 0) {
            String exact = counter.exceptions().get("=" + number.toBigInteger());
            if (exact != null) {
                return first(exact);
            }
            BigDecimal[] tens = number.divideAndRemainder(BigDecimal.TEN);
            String last = counter.exceptions().get(tens[1].toBigInteger().toString());
            if (last != null && (tens[1].signum() != 0 || number.signum() == 0)) {
                return (tens[0].signum() == 0 ? "" : of(number.subtract(tens[1]))) + first(last);
            }
        }
        return joined(of(number), counter);
    }

    /** Say figures one by one: 090 ぜろきゅうぜろ. */
    public String figures(String digits) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            said.append(c == '0' ? "ぜろ" : DIGITS[c - '0']);
        }
        return said.toString();
    }

    private static String first(String readings) {
        int slash = readings.indexOf('/');
        return slash < 0 ? readings : readings.substring(0, slash);
    }

    private static String whole(BigDecimal number) {
        StringBuilder said = new StringBuilder();
        BigDecimal rest = number;
        for (int i = 0; rest.signum() > 0; i++) {
            BigDecimal[] split = rest.divideToIntegralValue(TEN_THOUSAND).signum() == 0
                    ? new BigDecimal[] {BigDecimal.ZERO, rest}
                    : rest.divideAndRemainder(TEN_THOUSAND);
            int group = split[1].intValue();
            if (group > 0) {
                said.insert(0, changed(group(group, i > 0) + GROUPS[i]));
            }
            rest = split[0];
        }
        return said.toString();
    }

    private static String group(int number, boolean large) {
        StringBuilder said = new StringBuilder();
        int unit = 1_000;
        for (int i = 3; i >= 0; i--, unit /= 10) {
            int digit = number / unit % 10;
            if (digit == 1 && i > 0) {
                // 千 alone is せん, but 一千万 is いっせんまん.
                said.append(i == 3 && large && number == 1_000 ? "いっ" : "").append(UNITS[i]);
            } else if (digit > 0) {
                said.append(DIGITS[digit]).append(UNITS[i]);
            }
        }
        return said.toString();
    }

    private static String changed(String said) {
        return CHANGING.matcher(said).replaceAll(found -> {
            String form = found.group();
            String known = CHANGED.get(form);
            if (known != null) {
                return known;
            }
            int cut = form.endsWith("ちょう") ? 3 : 2;
            return form.substring(0, form.length() - cut - 1) + "っ" + form.substring(form.length() - cut);
        });
    }

    /** Join a number and a counter as the tongue does: いち + かい → いっかい, さん + ほん → さんぼん. */
    private static String joined(String number, Counter counter) {
        String reading = counter.reading();
        Counter.Change change = counter.change();
        if (change == Counter.Change.NONE) {
            return number + reading;
        }
        boolean breath = change == Counter.Change.H || change == Counter.Change.F;
        boolean nasal =
                number.endsWith("さん") || number.endsWith("せん") || number.endsWith("ぜん") || number.endsWith("まん");
        if (breath && (nasal || (change == Counter.Change.F && number.endsWith("よん")))) {
            return number + (char) (reading.charAt(0) + (change == Counter.Change.H ? 1 : 2)) + reading.substring(1);
        }
        if ((change == Counter.Change.G || change == Counter.Change.Z)
                && (number.endsWith("さん") || number.endsWith("ぜん") || number.endsWith("せん"))) {
            return number + VOICED.charAt(VOICED.indexOf(reading.charAt(0)) + 1) + reading.substring(1);
        }
        String stopped = stopped(number, change);
        boolean popped = breath && !stopped.equals(number);
        return stopped + (popped ? (char) (reading.charAt(0) + 2) + reading.substring(1) : reading);
    }

    /** Let a number end in っ where the counter's first sound asks for it. */
    private static String stopped(String number, Counter.Change change) {
        boolean loan = change == Counter.Change.Q;
        boolean one = !loan && (number.endsWith("いち") || number.endsWith("はち"));
        boolean ten = number.endsWith("じゅう");
        boolean back = change == Counter.Change.K
                || change == Counter.Change.G
                || change == Counter.Change.H
                || change == Counter.Change.F
                || loan;
        boolean six = back
                && (number.endsWith("ろく")
                        || number.endsWith("ひゃく")
                        || number.endsWith("びゃく")
                        || number.endsWith("ぴゃく"));
        return one || ten || six ? number.substring(0, number.length() - 1) + "っ" : number;
    }
}
