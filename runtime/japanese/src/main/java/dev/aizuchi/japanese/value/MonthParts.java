package dev.aizuchi.japanese.value;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/** Tell which days the parts of a month or year are: 上旬 1 to 10, 中旬 11 to 20, 下旬 21 to the end, 頭 and 末 one day. */
final class MonthParts {
    private MonthParts() {}

    static Value of(Value whole, String part) {
        String text = whole.wire();
        try {
            if (text.matches("[0-9]{4}")) {
                return part.equals("end")
                        ? new Value.Day(LocalDate.parse(text + "-12-31"))
                        : new Value.Day(LocalDate.parse(text + "-01-01"));
            }
            YearMonth month = YearMonth.parse(text);
            return switch (part) {
                case "start" -> new Value.Day(month.atDay(1));
                case "end" -> new Value.Day(month.atEndOfMonth());
                case "early" -> days(month, 1, 10);
                case "middle" -> days(month, 11, 20);
                default -> days(month, 21, month.lengthOfMonth());
            };
        } catch (DateTimeParseException yearIsUnknown) {
            return new Value.PartialDate(text + "_" + part);
        }
    }

    static Kind kind(Value value) {
        return value instanceof Value.Interval ? Kind.DATE_RANGE : Kind.DATE;
    }

    private static Value days(YearMonth month, int first, int last) {
        return new Value.Interval(new Value.Day(month.atDay(first)), new Value.Day(month.atDay(last)));
    }
}
