package dev.aizuchi.skill;

import dev.aizuchi.robot.Place;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Declare a value that an utterance may name: what stood in a phrase's hole {@code {name}}, or what the engine finds in
 * the sentence by the slot's kind.
 *
 * @param name key on the wire, in snake case; one meaning has one name in all skills, and a measure's unit is in it
 * @param kind what the value looks like
 * @param parser from the value's one spelling on the wire to its type
 * @param near words beside which the value stands: 負傷者 for a count of the injured; none where any place will do
 * @param implied values that go without saying
 */
public record Slot<T>(String name, Kind kind, Function<String, T> parser, List<String> near, List<Implied> implied) {

    /** Copies the lists. */
    public Slot {
        near = List.copyOf(near);
        implied = List.copyOf(implied);
    }

    private Slot(String name, Kind kind, Function<String, T> parser) {
        this(name, kind, parser, List.of(), List.of());
    }

    /**
     * A value that is meant where none is said: 「負傷者なし」 counts 0.
     *
     * @param value on the wire
     * @param expressions by any of which it is told
     */
    public record Implied(String value, List<Pattern> expressions) {
        /** Copies the list. */
        public Implied {
            expressions = List.copyOf(expressions);
        }
    }

    /** What a value looks like, and so how it is found. */
    public sealed interface Kind {

        /**
         * Any words: a hole tells which, or what stands around them.
         *
         * @param around expressions that each hold the words as their first group; the first that is found counts
         */
        record Words(List<Pattern> around) implements Kind {
            /** Copies the list. */
            public Words {
                around = List.copyOf(around);
            }

            /** Takes what stands in a hole alone. */
            public Words() {
                this(List.of());
            }
        }

        /**
         * A place of the site, by its own name or by what one goes there for.
         *
         * @param needs places, each with words for what one goes there for: 薬局 for 処方箋; of two, the one that is listed
         *     first
         * @param around expressions that hold, as their first group, a place that the site lacks; it is called as it
         *     was said, and what is listed among the needs is named too though the site lacks it. None: a place that
         *     the site lacks is asked for again
         */
        record Here(Vocabulary needs, List<Pattern> around) implements Kind {
            private static final Vocabulary NONE = new Vocabulary(Map.of());

            /** Copies the list. */
            public Here {
                around = List.copyOf(around);
            }

            /** Tell whether the place is written down alone, so that any words in a phrase's hole may be its name. */
            public boolean isOnlyTold() {
                return needs.wordsByValue().isEmpty() && !around.isEmpty();
            }

            /** Takes a place of the site by its name alone. */
            public Here() {
                this(NONE);
            }

            /** Takes a place of the site alone. */
            public Here(Vocabulary needs) {
                this(needs, List.of());
            }
        }

        /** A person, by name: 佐藤, 田中先生. */
        record Person(Title title) implements Kind {
            /** Takes the title that was said, as {@link Title#AS_SAID} has it. */
            public Person() {
                this(Title.AS_SAID);
            }
        }

        /** A company or the like, by the words in which such names begin or end: 山田商事, 株式会社アオイ. */
        record Company() implements Kind {}

        /** A time of day, {@code HH:MM} in 24 hours. */
        record Time() implements Kind {}

        /** A day: {@code today}, {@code tomorrow}, {@code in_2_days}, {@code 2_days_ago}, or an ISO date. */
        record Date() implements Kind {}

        /** When something shall be: a time of day, or how long from now, {@code in_20_min}. */
        record Moment() implements Kind {}

        /**
         * A number.
         *
         * @param unit the unit or counter that it must be said with, as the language layer writes it (℃, m, cm, °, 円,
         *     人, 階); 個 for things by any counter; "" for any
         */
        record Amount(String unit) implements Kind {}

        /** A telephone number, digits and hyphens. */
        record Phone() implements Kind {}

        /** One of a list of things. */
        record Choice(Vocabulary vocabulary) implements Kind {}
    }

    /** What becomes of the title behind a person's name. */
    public enum Title {
        /** A rank or a calling is part of the value, 田中先生; what is mere politeness, さん or 様, is not. */
        AS_SAID,
        /** The value is the name without it. */
        LEFT_OUT,
        /** Who is named with one is not meant: nobody gives a title to oneself. */
        NONE
    }

    /** Take the words as they are. */
    public static Slot<String> text(String name) {
        return new Slot<>(name, new Kind.Words(), Function.identity());
    }

    /** Take the words that stand in a hole, or else in the first group of one of these expressions. */
    public static Slot<String> text(String name, List<Pattern> around) {
        return new Slot<>(name, new Kind.Words(around), Function.identity());
    }

    /** Take the words as a place. */
    public static Slot<Place> place(String name) {
        return new Slot<>(name, new Kind.Here(), Place::new);
    }

    /** Take the words as a place, or what one goes to a place for. */
    public static Slot<Place> place(String name, Vocabulary needs) {
        return new Slot<>(name, new Kind.Here(needs), Place::new);
    }

    /**
     * Take a place of the site, or what one goes to a place for, or else what one of these expressions holds as its
     * first group; the site may lack it.
     */
    public static Slot<Place> anyPlace(String name, Vocabulary needs, List<Pattern> around) {
        return new Slot<>(name, new Kind.Here(needs, around), Place::new);
    }

    /** Take a place of the site, or else what one of these expressions holds as its first group. */
    public static Slot<Place> anyPlace(String name, List<Pattern> around) {
        return anyPlace(name, Kind.Here.NONE, around);
    }

    /** Take a person's name. */
    public static Slot<String> person(String name) {
        return new Slot<>(name, new Kind.Person(), Function.identity());
    }

    /** Take a person's name, with the title or without. */
    public static Slot<String> person(String name, Title title) {
        return new Slot<>(name, new Kind.Person(title), Function.identity());
    }

    /** Take the name of a company, an office or the like. */
    public static Slot<String> company(String name) {
        return new Slot<>(name, new Kind.Company(), Function.identity());
    }

    /** Take the words as a whole number; the engine writes numbers in ASCII digits. */
    public static Slot<Integer> number(String name) {
        return new Slot<>(name, new Kind.Amount(""), Integer::valueOf);
    }

    /** Take a number that is said with a unit or counter. */
    public static Slot<Double> amount(String name, String unit) {
        return new Slot<>(name, new Kind.Amount(unit), Double::valueOf);
    }

    /** Take a time of day. */
    public static Slot<LocalTime> time(String name) {
        return new Slot<>(name, new Kind.Time(), LocalTime::parse);
    }

    /** Take a day, as it is written on the wire. */
    public static Slot<String> date(String name) {
        return new Slot<>(name, new Kind.Date(), Function.identity());
    }

    /** Take a time of day or how long from now, as it is written on the wire; {@link Turn#moment} tells when it is. */
    public static Slot<String> moment(String name) {
        return new Slot<>(name, new Kind.Moment(), Function.identity());
    }

    /** Take a telephone number. */
    public static Slot<String> phone(String name) {
        return new Slot<>(name, new Kind.Phone(), Function.identity());
    }

    /** Take one of the things that a vocabulary lists. */
    public static Slot<String> choice(String name, Vocabulary vocabulary) {
        return new Slot<>(name, new Kind.Choice(vocabulary), Function.identity());
    }

    /**
     * Take only a value that stands beside one of these words: before or behind, in the same part of the sentence.
     *
     * <p>It tells apart values of one kind: 「赤が二名、黄色が三名」, 「田中さんと約束している鈴木です」.
     */
    public Slot<T> near(List<String> words) {
        return new Slot<>(name, kind, parser, words, implied);
    }

    /** Take a value also where none is said and one of these expressions is found. */
    public Slot<T> implied(String value, List<Pattern> expressions) {
        List<Implied> all = Stream.concat(implied.stream(), Stream.of(new Implied(value, expressions)))
                .toList();
        return new Slot<>(name, kind, parser, near, all);
    }
}
