package dev.aizuchi.japanese.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;

/** Hold what a found expression means. */
public sealed interface Value {

    /** Write the value as it stands on the wire: ISO 8601 for times, plain decimals for numbers. */
    String wire();

    /** Name the unit; empty when there is none. */
    default String unit() {
        return "";
    }

    /** A number of units. */
    record Amount(BigDecimal number, String unit) implements Value {
        /** Drop zeros at the end. */
        public Amount {
            BigDecimal plain = number.stripTrailingZeros();
            number = plain.scale() < 0 ? plain.setScale(0) : plain;
        }

        @Override
        public String wire() {
            return number.toPlainString();
        }
    }

    /** A number that was left vague or given as a range, both ends included: {@code 2/3}. */
    record AmountRange(BigDecimal low, BigDecimal high, String unit) implements Value {
        @Override
        public String wire() {
            return new Amount(low, unit).wire() + "/" + new Amount(high, unit).wire();
        }
    }

    /** A part of a whole, not reduced. */
    record Fraction(BigDecimal numerator, BigDecimal denominator) implements Value {
        @Override
        public String wire() {
            return numerator.toPlainString() + "/" + denominator.toPlainString();
        }
    }

    /** A day. */
    record Day(LocalDate date) implements Value {
        @Override
        public String wire() {
            return date.toString();
        }
    }

    /**
     * A date that is no single known day: a year or month, one with unknown parts as X (ISO 8601-2), or one relative to
     * a reference that was not given ({@code tomorrow}, {@code in_3_days}, {@code next_week-5}).
     */
    record PartialDate(String text) implements Value {
        @Override
        public String wire() {
            return text;
        }
    }

    /** A time of day. */
    record Clock(LocalTime time) implements Value {
        @Override
        public String wire() {
            return time.toString();
        }
    }

    /** A day with a time. */
    record Moment(LocalDateTime dateTime) implements Value {
        @Override
        public String wire() {
            return dateTime.toString();
        }
    }

    /** How long; the calendar's part and the clock's. */
    record Length(Period period, Duration duration) implements Value {
        @Override
        public String wire() {
            if (duration.isZero()) {
                return period.isZero() ? "PT0S" : period.toString();
            }
            return period.isZero()
                    ? duration.toString()
                    : period + duration.toString().substring(1);
        }
    }

    /** From one value to another. */
    record Interval(Value from, Value to) implements Value {
        @Override
        public String wire() {
            return from.wire() + "/" + to.wire();
        }
    }

    /** Again and again: an RFC 5545 recurrence rule without its {@code RRULE:}. */
    record Recurrence(String rule) implements Value {
        @Override
        public String wire() {
            return rule;
        }
    }

    /** How many times in how long: {@code 3/P1D}. */
    record Frequency(String times, String period) implements Value {
        @Override
        public String wire() {
            return times + "/" + period;
        }
    }

    /** A number that is not counted with, or a code: 090-1234-5678, morning, 3-5-2. */
    record Label(String text) implements Value {
        @Override
        public String wire() {
            return text;
        }
    }
}
