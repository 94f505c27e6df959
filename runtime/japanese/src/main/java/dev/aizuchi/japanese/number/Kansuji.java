package dev.aizuchi.japanese.number;

/** Write numbers in kanji: 305 → 三百五, 2024 → 二〇二四. */
public final class Kansuji {
    private static final String SMALL_UNITS = "十百千";
    private static final String LARGE_UNITS = "万億兆";
    private static final long LARGEST = 9_999_999_999_999_999L;

    private Kansuji() {}

    /**
     * Write a number with units: 305 → 三百五.
     *
     * @throws IllegalArgumentException below 0 or from 10^16 on
     */
    public static String of(long number) {
        if (number < 0 || number > LARGEST) {
            throw new IllegalArgumentException("only 0 to " + LARGEST + " can be written in kanji, not " + number);
        }
        if (number == 0) {
            return "〇";
        }
        StringBuilder kanji = new StringBuilder();
        long unit = 1_000_000_000_000L;
        for (int i = LARGE_UNITS.length() - 1; i >= -1; i--, unit /= 10_000) {
            int group = (int) (number / unit % 10_000);
            if (group > 0) {
                kanji.append(group(group)).append(i >= 0 ? LARGE_UNITS.substring(i, i + 1) : "");
            }
        }
        return kanji.toString();
    }

    /** Write figures one by one: 2024 → 二〇二四; what is no figure stays. */
    public static String byFigure(String digits) {
        StringBuilder kanji = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            kanji.append(c >= '0' && c <= '9' ? WrittenNumerals.DIGITS.charAt(c - '0') : c);
        }
        return kanji.toString();
    }

    private static String group(int number) {
        StringBuilder kanji = new StringBuilder();
        int unit = 1_000;
        for (int i = 2; i >= -1; i--, unit /= 10) {
            int digit = number / unit % 10;
            if (digit > 1 || (digit == 1 && i < 0)) {
                kanji.append(WrittenNumerals.DIGITS.charAt(digit));
            }
            if (digit > 0 && i >= 0) {
                kanji.append(SMALL_UNITS.charAt(i));
            }
        }
        return kanji.toString();
    }
}
