package dev.aizuchi.conversation;

/** Write small numbers in kanji: read aloud with a counter, 十分 and 二十日 come out right where 10分 and 20日 may not. */
final class Kanji {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final int TEN = 10;

    private Kanji() {}

    /**
     * Write a number from 0 to 99.
     *
     * @throws IllegalArgumentException when it is out of that range
     */
    static String number(int value) {
        if (value < 0 || value >= TEN * TEN) {
            throw new IllegalArgumentException("only 0 to 99 can be written, not " + value);
        }
        if (value < TEN) {
            return digit(value);
        }
        String tens = value < 2 * TEN ? "" : digit(value / TEN);
        return tens + "十" + (value % TEN == 0 ? "" : digit(value % TEN));
    }

    private static String digit(int value) {
        return DIGITS.substring(value, value + 1);
    }
}
