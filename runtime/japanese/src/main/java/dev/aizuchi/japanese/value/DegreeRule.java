package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.value.FoundValue.Alternative;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Find what is counted in 度: temperatures (38度5分), their changes (二度下げて), angles (右に九十度) and times (もう二度). */
final class DegreeRule implements Rule {
    private static final BigDecimal FEW = BigDecimal.valueOf(3);
    private static final BigDecimal MANY = BigDecimal.valueOf(45);

    private final Surroundings surroundings;

    DegreeRule(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public @Nullable Parsed at(Pieces pieces, int i, Now now) {
        int at = pieces.is(i, Role.MINUS) && pieces.joined(i + 1) ? i + 1 : i;
        Piece piece = pieces.get(at);
        if (piece.role() != Role.COUNTED
                || !(piece.is(Counter.Kind.DEGREE)
                        || piece.is(Counter.Kind.TEMPERATURE)
                        || piece.is(Counter.Kind.ANGLE))) {
            return null;
        }
        BigDecimal number = piece.number().value();
        int next = at + 1;
        boolean tenths = isTenth(pieces, next);
        if (tenths) {
            number = number.add(BigDecimal.valueOf(pieces.get(next++).count()).movePointLeft(1));
        } else if (pieces.joined(next, Role.HALF)) {
            number = number.add(new BigDecimal("0.5"));
            next++;
        }
        number = at > i ? number.negate() : number;
        if (piece.number().isVague()) {
            Kind kind = piece.is(Counter.Kind.ANGLE)
                    ? Kind.ANGLE
                    : number.compareTo(FEW) > 0 ? Kind.TEMPERATURE : Kind.COUNT;
            return Parsed.of(
                    pieces,
                    i,
                    next,
                    kind,
                    new Value.AmountRange(number, piece.number().highest(), unit(kind)));
        }
        List<Alternative> readings = new ArrayList<>();
        for (Kind kind : kinds(pieces, next, piece, number, tenths)) {
            boolean lowered = kind == Kind.TEMPERATURE_CHANGE
                    && surroundings.change(pieces.text(), pieces.get(next - 1).end()) < 0;
            String unit = kind == Kind.TEMPERATURE && pieces.precedes(i, "華氏") ? "degF" : unit(kind);
            readings.add(new Alternative(kind, new Value.Amount(lowered ? number.negate() : number, unit)));
        }
        return Parsed.of(pieces, i, next, readings);
    }

    private List<Kind> kinds(Pieces pieces, int next, Piece piece, BigDecimal number, boolean tenths) {
        String text = pieces.text();
        if (piece.is(Counter.Kind.ANGLE)) {
            return List.of(Kind.ANGLE);
        }
        boolean angles = surroundings.speaksOfAngles(text);
        boolean warmth = surroundings.speaksOfTemperature(text);
        if (piece.is(Counter.Kind.TEMPERATURE) || tenths || number.signum() < 0) {
            return List.of(Kind.TEMPERATURE);
        }
        if (angles && !warmth) {
            return List.of(Kind.ANGLE);
        }
        int change = surroundings.change(text, pieces.get(next - 1).end());
        if (change != 0 && number.compareTo(BigDecimal.TEN) < 0) {
            return List.of(Kind.TEMPERATURE_CHANGE);
        }
        if (warmth) {
            return angles ? List.of(Kind.TEMPERATURE, Kind.ANGLE) : List.of(Kind.TEMPERATURE);
        }
        if (number.compareTo(FEW) <= 0 && number.scale() <= 0) {
            return List.of(Kind.COUNT, Kind.TEMPERATURE);
        }
        return number.compareTo(MANY) >= 0
                ? List.of(Kind.ANGLE, Kind.TEMPERATURE)
                : List.of(Kind.TEMPERATURE, Kind.ANGLE);
    }

    /** 五分 behind 度 or 割 is a half of ten, said ごぶ. */
    static boolean isTenth(Pieces pieces, int i) {
        Piece piece = pieces.get(i);
        boolean said = piece.counter() != null && piece.counter().reading().matches("ぶ|ぶびき");
        return pieces.joined(i) && (piece.is(Counter.Kind.MINUTE) || said) && piece.count() >= 0 && piece.count() < 10;
    }

    private static String unit(Kind kind) {
        return switch (kind) {
            case ANGLE -> "deg";
            case COUNT -> "回";
            default -> "degC";
        };
    }
}
