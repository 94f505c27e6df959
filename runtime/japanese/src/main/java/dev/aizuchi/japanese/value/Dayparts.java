package dev.aizuchi.japanese.value;

import org.jspecify.annotations.Nullable;

/** Find parts of the day that stand by themselves: 朝, 夕方, 食後, 寝る前. */
final class Dayparts implements Rule {
    @Override
    public @Nullable Parsed at(Pieces pieces, int i, Now now) {
        return pieces.is(i, Role.DAYPART)
                ? Parsed.of(
                        pieces,
                        i,
                        i + 1,
                        Kind.DAYPART,
                        new Value.Label(pieces.get(i).text()))
                : null;
    }

    /** Give the code behind a date, as in TIMEX3: TMO, TMI, TAF, TEV, TNI. */
    static String suffix(String part) {
        return switch (part) {
            case "morning", "early" -> "TMO";
            case "noon" -> "TMI";
            case "afternoon" -> "TAF";
            case "evening" -> "TEV";
            case "night", "midnight" -> "TNI";
            default -> "T" + part;
        };
    }
}
