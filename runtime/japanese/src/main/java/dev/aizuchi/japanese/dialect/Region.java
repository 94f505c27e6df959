package dev.aizuchi.japanese.dialect;

import java.util.Locale;

/** Name a dialect for which there is a pack. */
public enum Region {
    KANSAI,
    TOHOKU,
    KYUSHU,
    CHUGOKU,
    NAGOYA,
    OKINAWA,
    SHIKOKU,
    HOKKAIDO,
    HOKURIKU;

    /** Give the region as it stands in JSON: {@code kansai}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
