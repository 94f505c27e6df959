package dev.aizuchi.japanese.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Find numbers in figures, kanji or both: 305, 1,200, 3.5, 二十三, 二〇二四, 2万5千, 三点一四, 数十, 二、三.
 *
 * <p>The text has been spelled ({@code Spelling}); whether a kanji is part of a word is for the caller to judge.
 */
public final class WrittenNumerals {
    static final String DIGITS = "〇一二三四五六七八九";
    private static final String FORMAL = "零壱弐参肆伍陸漆捌玖";
    private static final String CIRCLES = "○◯";
    private static final String SMALL_UNITS = "十百千";
    private static final String LARGE_UNITS = "万億兆京";
    private static final String FORMAL_UNITS = "拾佰阡萬";
    private static final String PLAIN_UNITS = "十百千万";
    /** More figures than a person says in one number. */
    private static final int LONGEST = 60;

    private WrittenNumerals() {}

    /** Find the longest number that begins here, or null. */
    public static @Nullable Numeral at(String text, int start) {
        return start < text.length() && begins(text.charAt(start)) ? new Scan(text, start).numeral() : null;
    }

    /** Tell whether a number can begin with this character. */
    public static boolean begins(char c) {
        return c <= '9' ? c >= '0' : digit(c) >= 0 || unit(c) >= 0 || c == '数';
    }

    /** Give the value of a figure, -1 for other characters. */
    public static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int digit = DIGITS.indexOf(c);
        if (digit < 0) {
            digit = FORMAL.indexOf(c);
        }
        return digit < 0 && CIRCLES.indexOf(c) >= 0 ? 0 : digit;
    }

    /** Give the power of ten of a unit, 0 or less for other characters. */
    static int unit(char c) {
        int formal = FORMAL_UNITS.indexOf(c);
        char plain = formal >= 0 ? PLAIN_UNITS.charAt(formal) : c;
        int small = SMALL_UNITS.indexOf(plain);
        int large = LARGE_UNITS.indexOf(plain);
        return small >= 0 ? small + 1 : large >= 0 ? 4 * (large + 1) : -1;
    }

    /** Go once through a number; low and high part only where it is vague. */
    private static final class Scan {
        private final String text;
        private final int start;
        private int at;
        private final Sum low = new Sum();
        private final Sum high = new Sum();
        private int lastSmall = 4;
        private int lastLarge = 20;
        private boolean units;
        private boolean vague;
        private boolean ascii;
        private final StringBuilder digits = new StringBuilder();

        Scan(String text, int start) {
            this.text = text;
            this.start = start;
            at = start;
        }

        @Nullable
        Numeral numeral() {
            while (at < text.length() && at - start < LONGEST && step(text.charAt(at))) {
                // step moves on
            }
            if (at == start) {
                return null;
            }
            BigDecimal least = low.value();
            BigDecimal most = high.value();
            String said = units || digits.indexOf(".") >= 0 || vague ? null : digits.toString();
            return new Numeral(start, at, least, vague ? most : least, said, false);
        }

        private boolean step(char c) {
            if (c == '数') {
                return several();
            }
            int unit = unit(c);
            if (unit > 0) {
                return multiply(unit);
            }
            return digit(c) >= 0 && run();
        }

        /** 数十 and 十数; 数 alone only before something counted, which the caller sees. */
        private boolean several() {
            if (low.pending || (at > start && lastSmall != 1) || ascii) {
                return false;
            }
            boolean unitFollows = at + 1 < text.length() && unit(text.charAt(at + 1)) > 0;
            low.put(at > start ? BigDecimal.ONE : BigDecimal.valueOf(2));
            high.put(BigDecimal.valueOf(9));
            vague = true;
            at++;
            return unitFollows;
        }

        private boolean multiply(int unit) {
            boolean small = unit < 4;
            if (small ? unit >= lastSmall : unit >= lastLarge) {
                return false;
            }
            low.multiply(unit, small);
            high.multiply(unit, small);
            lastSmall = small ? unit : 4;
            lastLarge = small ? lastLarge : unit;
            units = true;
            at++;
            return true;
        }

        /** A run of figures with its commas and decimals, or two in a row for "two or three". */
        private boolean run() {
            int begin = at;
            int runStart = digits.length();
            ascii = text.charAt(at) <= '9';
            while (at < text.length()
                    && at - start < LONGEST
                    && digit(text.charAt(at)) >= 0
                    && text.charAt(at) <= '9' == ascii) {
                digits.append(digit(text.charAt(at++)));
                if (ascii && groupFollows(begin)) {
                    at++;
                }
            }
            String run = digits.substring(runStart);
            if (low.pending || (units && run.length() > lastSmall && run.length() > 4)) {
                at = begin;
                digits.setLength(runStart);
                return false;
            }
            String most = secondOfTwo(run);
            String decimals = most == null ? decimals() : "";
            low.put(new BigDecimal(
                    (most != null && run.length() == 2 && !ascii ? run.substring(0, 1) : run) + decimals));
            high.put(new BigDecimal(most == null ? run + decimals : most));
            vague |= most != null;
            digits.append(decimals);
            return true;
        }

        private boolean groupFollows(int begin) {
            boolean inGroups = at - begin <= 3 || text.charAt(at - 4) == ',';
            if (at + 3 >= text.length() || text.charAt(at) != ',' || !inGroups) {
                return false;
            }
            for (int i = 1; i <= 3; i++) {
                if (!isAscii(at + i)) {
                    return false;
                }
            }
            return !isAscii(at + 4);
        }

        private boolean isAscii(int place) {
            return place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9';
        }

        /** 二三人 and 二、三人: give the second figure, or null when this is one number. */
        private @Nullable String secondOfTwo(String run) {
            if (run.length() == 2
                    && !ascii
                    && run.charAt(1) == run.charAt(0) + 1
                    && run.charAt(0) != '0'
                    && !digitsGoOn()) {
                return run.substring(1);
            }
            if (run.length() != 1 || at + 1 >= text.length() || "、,・".indexOf(text.charAt(at)) < 0) {
                return null;
            }
            int next = digit(text.charAt(at + 1));
            boolean single = at + 2 >= text.length() || digit(text.charAt(at + 2)) < 0;
            boolean goesOn = at + 2 < text.length() && "、,・:/-".indexOf(text.charAt(at + 2)) >= 0;
            if (next != run.charAt(0) - '0' + 1
                    || next == 1
                    || !single
                    || goesOn
                    || (text.charAt(at) == '・' && !ascii)) {
                return null;
            }
            at += 2;
            return String.valueOf(next);
        }

        private boolean digitsGoOn() {
            return at < text.length() && (text.charAt(at) == '点' || text.charAt(at) == '・' || text.charAt(at) == '-');
        }

        private String decimals() {
            if (at + 1 >= text.length()) {
                return "";
            }
            char point = text.charAt(at);
            boolean isPoint = ascii ? point == '.' || point == '点' : point == '点' || point == '・';
            int end = at + 1;
            while (isPoint && end < text.length() && digit(text.charAt(end)) >= 0) {
                end++;
            }
            boolean small = end < text.length() && unit(text.charAt(end)) > 0 && unit(text.charAt(end)) < 4;
            // 5点3点 are two marks, 1.2.3 is a version.
            boolean again = end < text.length()
                    && text.charAt(end) == point
                    && (point == '点' || (end + 1 < text.length() && digit(text.charAt(end + 1)) >= 0));
            if (end == at + 1 || !isPoint || again || (small && !ascii)) {
                return "";
            }
            StringBuilder decimals = new StringBuilder(".");
            for (int i = at + 1; i < end; i++) {
                decimals.append(digit(text.charAt(i)));
            }
            at = end;
            return decimals.toString();
        }
    }

    /** Add up a number from the left. */
    private static final class Sum {
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal group = BigDecimal.ZERO;
        private BigDecimal figure = BigDecimal.ZERO;
        private boolean pending;

        void put(BigDecimal number) {
            figure = number;
            pending = true;
        }

        void multiply(int power, boolean small) {
            if (small) {
                group = group.add((pending ? figure : BigDecimal.ONE).scaleByPowerOfTen(power));
            } else {
                BigDecimal whole = group.add(figure);
                total = total.add((whole.signum() == 0 ? BigDecimal.ONE : whole).scaleByPowerOfTen(power));
                group = BigDecimal.ZERO;
            }
            figure = BigDecimal.ZERO;
            pending = false;
        }

        BigDecimal value() {
            BigDecimal value = total.add(group).add(figure);
            return value.scale() < 0 ? value.setScale(0) : value;
        }
    }
}
