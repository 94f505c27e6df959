package dev.aizuchi.japanese.value;

import java.util.Locale;

/** Tell what a value is; the wire names are these in lower case. */
public enum Kind {
    /** A number that counts nothing. */
    NUMBER,
    /** A place in an order, or a number that names: 第三, 三番目, 二番線; the unit is what is numbered. */
    ORDINAL,
    /** Things or people counted; the unit is the counter: 三人 3 人. */
    COUNT,
    /** A measure; the unit is a symbol: cm, kg, mL. */
    MEASURE,
    /** An amount of money; the unit is an ISO 4217 code. */
    MONEY,
    /** Hundredths, also when said in tenths (三割). */
    PERCENT,
    /** A part of a whole, as {@code 1/3}. */
    FRACTION,
    /** Years of age. */
    AGE,
    /** A floor; basements are negative. */
    FLOOR,
    /** A temperature in degC. */
    TEMPERATURE,
    /** How much warmer or, negative, cooler, in degC. */
    TEMPERATURE_CHANGE,
    /** An angle in deg. */
    ANGLE,
    /** A day, month or year, or a week. */
    DATE,
    /** A time of day, HH:MM. */
    TIME,
    /** A day with a time, or a moment counted from now. */
    DATETIME,
    /** How long: PT1H30M, P3D. */
    DURATION,
    /** From a day to a day. */
    DATE_RANGE,
    /** From a time of day to another. */
    TIME_RANGE,
    /** From a moment to another. */
    DATETIME_RANGE,
    /** When something happens again and again: an RFC 5545 rule. */
    RECURRENCE,
    /** How often in which time: 3/P1D. */
    FREQUENCY,
    /** A part of the day, or a time beside meals and sleep. */
    DAYPART,
    /** A telephone number. */
    PHONE,
    /** A postal code, 123-4567. */
    POSTAL_CODE,
    /** A room's number. */
    ROOM,
    /** A number by which somebody is called. */
    TICKET,
    /** The numbers of an address, 3-5-2. */
    ADDRESS;

    /** Give the name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
