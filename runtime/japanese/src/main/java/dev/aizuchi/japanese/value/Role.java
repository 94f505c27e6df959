package dev.aizuchi.japanese.value;

/** Tell what a piece of a text can do in an expression. */
enum Role {
    /** A bare number. */
    NUMBER,
    /** A number with its counter. */
    COUNTED,
    /** A part of a whole; {@code number} over {@code highest}. */
    FRACTION,
    /** A whole value that needs no grammar. */
    LITERAL,
    /** A day relative to today; {@code n} days. */
    DAY,
    /** A day and part of the day: 今朝. */
    DAY_AND_PART,
    /** A week, month or year relative to this one. */
    WEEK,
    MONTH,
    YEAR,
    /** A weekday; {@code n} is 1 for Monday. */
    WEEKDAY,
    /** Several weekdays, as in RFC 5545. */
    WEEKDAYS,
    /** am or pm. */
    MERIDIEM,
    /** A part of the day by its wire name. */
    DAYPART,
    /** A time of day by itself; {@code n} minutes. */
    CLOCK,
    /** A Japanese era; {@code n} is the year before its first. */
    ERA,
    /** Again and again; {@code text} is the rule. */
    EVERY,
    /** Before how often: 週に三回; {@code text} is the period. */
    PER,
    /** A part of a month: start, end, early, middle, late. */
    MONTH_PART,
    /** A season; {@code n} is its ISO 8601-2 code. */
    SEASON,
    /** A day of the year; {@code n} is month times 100 plus day. */
    HOLIDAY,
    /** Next or last before a weekday; {@code n} is 1 or -1. */
    WHICH,
    /** 半 behind a counter. */
    HALF,
    /** A duration in one word; {@code text} is ISO. */
    LENGTH,
    /** What names a number before it: 内線, 震度; {@code text} is kind and unit. */
    LABEL,
    /** 第 before a number. */
    ORDER,
    /** 地下 before a floor. */
    BELOW,
    /** Minus before a number. */
    MINUS,
    /** 時速 before a length. */
    SPEED
}
