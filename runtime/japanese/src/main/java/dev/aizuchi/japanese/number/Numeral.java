package dev.aizuchi.japanese.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Hold a number that was found in a text.
 *
 * @param start its first UTF-16 unit
 * @param end the unit after the last
 * @param value the number; the lowest where it is vague (二、三人, 数十人)
 * @param highest the highest where it is vague, otherwise the number
 * @param digits its figures one by one with leading zeros when it was said so (〇九〇), otherwise null
 * @param kana whether it was said in kana
 */
public record Numeral(
        int start,
        int end,
        BigDecimal value,
        BigDecimal highest,
        @Nullable String digits,
        boolean kana) {

    /** Tell whether the number is a span of numbers. */
    public boolean isVague() {
        return value.compareTo(highest) != 0;
    }

    /** Tell whether it is a whole number of at least 0 that fits an int. */
    public boolean isCount() {
        return value.signum() >= 0
                && value.precision() - value.scale() < 10
                && value.stripTrailingZeros().scale() <= 0;
    }
}
