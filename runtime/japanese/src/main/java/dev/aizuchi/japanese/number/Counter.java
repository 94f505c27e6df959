package dev.aizuchi.japanese.number;

import java.util.List;
import java.util.Map;

/**
 * Describe something by which one counts or measures: 本, 時, キロメートル.
 *
 * @param spellings how it is written, the usual one first
 * @param reading how it sounds in hiragana, before any change of sound
 * @param change how its first sound and the number's last change when they meet
 * @param exceptions whole readings for {@code "=20"} (the number itself) or {@code "4"} (its last figure)
 * @param kind what it counts, one of {@link Kind}
 * @param unit how the unit is named in values: a UCUM-like symbol for measures, the counter itself otherwise
 */
public record Counter(
        List<String> spellings, String reading, Change change, Map<String, String> exceptions, Kind kind, String unit) {

    /** Copy what could change. */
    public Counter {
        spellings = List.copyOf(spellings);
        exceptions = Map.copyOf(exceptions);
    }

    /** Give the usual spelling. */
    public String name() {
        return spellings.get(0);
    }

    /** Tell what is counted. */
    public enum Kind {
        HOUR,
        MINUTE,
        SECOND,
        DAY,
        MONTH,
        YEAR,
        SECONDS,
        MINUTES,
        HOURS,
        DAYS,
        WEEKS,
        MONTHS,
        YEARS,
        NIGHTS,
        COUNT,
        TIMES,
        AGE,
        FLOOR,
        ROOM,
        TICKET,
        NUMBERED,
        DEGREE,
        TEMPERATURE,
        ANGLE,
        MEASURE,
        MONEY,
        PERCENT,
        TENTHS
    }

    /** Tell how sounds change where number and counter meet (連濁・促音化・半濁音化). */
    public enum Change {
        /** None: いちまい. */
        NONE,
        /** いっ, はっ, じゅっ: いっさい. */
        S,
        /** いっ, ろっ, はっ, じゅっ, ひゃっ: いっかい. */
        K,
        /** As K, and さん voices: さんがい, さんげん. */
        G,
        /** As S, and さん voices: さんぞく. */
        Z,
        /** いっぽん, さんぼん, ろっぽん, ひゃっぽん. */
        H,
        /** いっぷん, さんぷん, よんぷん, ろっぷん. */
        F,
        /** A loan word in p: いっページ, じゅっページ. */
        P,
        /** A loan word in k: ろっキロ, じゅっキロ, but いちキロ and はちキロ. */
        Q,
        /** A loan word in s or t: いっセンチ, はっセンチ, じゅっセンチ. */
        T
    }
}
