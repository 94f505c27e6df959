package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.number.Numeral;
import dev.aizuchi.japanese.value.FoundValue.Alternative;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Find amounts: numbers, counts, measures, money, percentages, fractions, ages, floors, orders. */
final class AmountRule implements Rule {
    private static final List<String> ROOMS = List.of("の部屋", "の病室", "病室", "の居室");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Map<String, String> SIGNS = Map.of("¥", "JPY", "$", "USD", "€", "EUR", "£", "GBP");

    private record Compound(BigDecimal parts, String unit) {}

    private final Surroundings surroundings;
    private final Map<String, Compound> compounds = new HashMap<>();

    AmountRule(Surroundings surroundings) {
        this.surroundings = surroundings;
        for (String line : DataFile.read(AmountRule.class, "compounds.tsv").lines("compounds")) {
            String[] fields = line.split("\t", -1);
            compounds.put(fields[0] + " " + fields[1], new Compound(new BigDecimal(fields[2]), fields[3]));
        }
    }

    @Override
    public @Nullable Parsed at(Pieces pieces, int i, Now now) {
        int at = i;
        Role prefix = pieces.get(i).role();
        if (prefix == Role.MINUS || prefix == Role.ORDER || prefix == Role.BELOW || prefix == Role.SPEED) {
            if (!pieces.joined(i + 1)) {
                return null;
            }
            at = i + 1;
        }
        return switch (pieces.get(at).role()) {
            case NUMBER -> bare(pieces, i, at, prefix);
            case FRACTION -> fraction(pieces, i, at);
            case COUNTED -> counted(pieces, i, at, prefix);
            default -> null;
        };
    }

    private static @Nullable Parsed bare(Pieces pieces, int i, int at, Role prefix) {
        Numeral numeral = pieces.get(at).number();
        String sign =
                i == at && numeral.start() > 0 ? pieces.text().substring(numeral.start() - 1, numeral.start()) : "";
        String currency = SIGNS.get(sign);
        if (currency != null) {
            Parsed parsed = Parsed.of(pieces, i, at + 1, Kind.MONEY, amount(numeral, currency, prefix));
            return new Parsed(parsed.start() - 1, parsed.end(), at + 1, parsed.readings(), null);
        }
        if (pieces.is(at + 1, Role.FRACTION) && pieces.linked(at + 1, "と") && !pieces.joined(at + 1)) {
            Numeral part = pieces.get(at + 1).number();
            BigDecimal parts = numeral.value().multiply(part.highest()).add(part.value());
            return Parsed.of(pieces, i, at + 2, Kind.FRACTION, new Value.Fraction(parts, part.highest()));
        }
        String digits = numeral.digits();
        if (digits != null && digits.length() > 2 && digits.length() < 5 && pieces.followsAny(at, ROOMS)) {
            return Parsed.of(pieces, i, at + 1, Kind.ROOM, new Value.Label(digits));
        }
        Kind kind = prefix == Role.ORDER ? Kind.ORDINAL : Kind.NUMBER;
        return prefix == Role.SPEED || prefix == Role.BELOW
                ? null
                : Parsed.of(pieces, i, at + 1, kind, amount(numeral, "", prefix));
    }

    private static Parsed fraction(Pieces pieces, int i, int at) {
        Numeral both = pieces.get(at).number();
        return Parsed.of(pieces, i, at + 1, Kind.FRACTION, new Value.Fraction(both.value(), both.highest()));
    }

    /** 3/4 is a date or a part. */
    static Parsed orFraction(Parsed date, String[] fields) {
        List<Alternative> readings = new ArrayList<>(date.readings());
        readings.add(new Alternative(
                Kind.FRACTION, new Value.Fraction(new BigDecimal(fields[1]), new BigDecimal(fields[2]))));
        return new Parsed(date.start(), date.end(), date.next(), readings, date.date());
    }

    private Parsed counted(Pieces pieces, int i, int at, Role prefix) {
        Piece piece = pieces.get(at);
        Counter counter = piece.unit();
        if (prefix == Role.ORDER) {
            return Parsed.of(pieces, i, at + 1, Kind.ORDINAL, amount(piece.number(), counter.unit(), prefix));
        }
        if (counter.kind() == Counter.Kind.TENTHS || counter.kind() == Counter.Kind.PERCENT) {
            return percent(pieces, i, at, prefix);
        }
        if (prefix == Role.SPEED) {
            Parsed parsed = sum(pieces, i, at, prefix);
            return new Parsed(
                    parsed.start(),
                    parsed.end(),
                    parsed.next(),
                    List.of(speed(parsed.value(), pieces.get(i).text())),
                    null);
        }
        if (counter.kind() == Counter.Kind.ROOM) {
            return Parsed.of(pieces, i, at + 1, Kind.ROOM, new Value.Label(figures(piece.number())));
        }
        Parsed parsed = sum(pieces, i, at, prefix);
        Counter rival = piece.rival();
        if (rival == null || rival.kind() == Counter.Kind.MINUTE) {
            return parsed;
        }
        List<Alternative> readings = new ArrayList<>(parsed.readings());
        readings.add(new Alternative(kind(rival.kind()), amount(piece.number(), rival.unit(), prefix)));
        return new Parsed(parsed.start(), parsed.end(), parsed.next(), readings, null);
    }

    private static Alternative speed(Value value, String per) {
        if (value instanceof Value.Amount amount) {
            String unit = amount.unit().equals("kilo") || amount.unit().equals("kg") ? "km" : amount.unit();
            return new Alternative(Kind.MEASURE, new Value.Amount(amount.number(), unit + per));
        }
        return new Alternative(Kind.MEASURE, value);
    }

    /** 三割五分 is 35 %. */
    private static Parsed percent(Pieces pieces, int i, int at, Role prefix) {
        Piece piece = pieces.get(at);
        if (piece.is(Counter.Kind.PERCENT) || piece.number().isVague()) {
            Value value = piece.is(Counter.Kind.PERCENT)
                    ? amount(piece.number(), "%", prefix)
                    : new Value.AmountRange(
                            piece.number().value().multiply(BigDecimal.TEN),
                            piece.number().highest().multiply(BigDecimal.TEN),
                            "%");
            return Parsed.of(pieces, i, at + 1, Kind.PERCENT, value);
        }
        BigDecimal number = piece.number().value().multiply(BigDecimal.TEN);
        int next = at + 1;
        if (DegreeRule.isTenth(pieces, next)) {
            number = number.add(pieces.get(next++).number().value());
            if (pieces.joined(next)
                    && pieces.get(next).counter() != null
                    && pieces.get(next).unit().name().equals("厘")) {
                number = number.add(pieces.get(next++).number().value().movePointLeft(1));
            }
        } else if (pieces.joined(next, Role.HALF)) {
            number = number.add(BigDecimal.valueOf(5));
            next++;
        }
        Parsed parsed = Parsed.of(
                pieces, i, next, Kind.PERCENT, new Value.Amount(prefix == Role.MINUS ? number.negate() : number, "%"));
        // 五分引き takes off what 五分 measures.
        return next > at + 1 && pieces.text().startsWith("引き", parsed.end() - 2)
                ? new Parsed(parsed.start(), parsed.end() - 2, next, parsed.readings(), null)
                : parsed;
    }

    /** One unit, or two of a kind: 一メートル七十, 5メートル30センチ, 二個半. */
    private Parsed sum(Pieces pieces, int i, int at, Role prefix) {
        Piece piece = pieces.get(at);
        Counter counter = piece.unit();
        Kind kind = kind(counter.kind());
        int next = at + 1;
        BigDecimal number = piece.number().value();
        String unit = counter.unit();
        boolean vague = piece.number().isVague();
        Compound compound = pieces.joined(next) && pieces.get(next).counter() != null
                ? compounds.get(unit + " " + pieces.get(next).unit().unit())
                : null;
        if (compound != null && !vague && !pieces.get(next).number().isVague()) {
            number = number.add(pieces.get(next++).number().value().divide(compound.parts, 10, RoundingMode.HALF_UP));
            unit = compound.unit;
        } else if (pieces.joined(next, Role.HALF) && !vague) {
            number = number.add(HALF);
            next++;
        }
        if (vague) {
            return Parsed.of(pieces, i, next, kind, amount(piece.number(), unit, prefix));
        }
        BigDecimal signed = prefix == Role.MINUS || prefix == Role.BELOW ? number.negate() : number;
        if (kind == Kind.ORDINAL
                && counter.kind() == Counter.Kind.NUMBERED
                && piece.number().digits() != null
                && piece.number().digits().startsWith("0")) {
            return Parsed.of(pieces, i, next, kind, new Value.Label(figures(piece.number())));
        }
        return Parsed.of(pieces, i, next, units(pieces.text(), kind, signed, unit));
    }

    /** キロ and ミリ leave open of what; the words around may tell. */
    private List<Alternative> units(String text, Kind kind, BigDecimal number, String unit) {
        List<String> units =
                switch (unit) {
                    case "kilo" ->
                        surroundings.speaksOfLength(text) && !surroundings.speaksOfMass(text)
                                ? List.of("km")
                                : surroundings.speaksOfMass(text) && !surroundings.speaksOfLength(text)
                                        ? List.of("kg")
                                        : List.of("kg", "km");
                    case "milli" ->
                        surroundings.speaksOfVolume(text) ? List.of("mL", "mm", "mg") : List.of("mm", "mL", "mg");
                    default -> List.of(unit);
                };
        return units.stream()
                .map(one -> new Alternative(kind, new Value.Amount(number, one)))
                .toList();
    }

    private static Value amount(Numeral numeral, String unit, Role prefix) {
        if (numeral.isVague()) {
            return new Value.AmountRange(numeral.value(), numeral.highest(), unit);
        }
        return new Value.Amount(
                prefix == Role.MINUS || prefix == Role.BELOW ? numeral.value().negate() : numeral.value(), unit);
    }

    static String figures(Numeral numeral) {
        return numeral.digits() != null ? numeral.digits() : numeral.value().toPlainString();
    }

    static Kind kind(Counter.Kind kind) {
        return switch (kind) {
            case AGE -> Kind.AGE;
            case FLOOR -> Kind.FLOOR;
            case ROOM -> Kind.ROOM;
            case TICKET -> Kind.TICKET;
            case NUMBERED, HOUR -> Kind.ORDINAL;
            case MEASURE -> Kind.MEASURE;
            case MONEY -> Kind.MONEY;
            case PERCENT, TENTHS -> Kind.PERCENT;
            case DEGREE, TEMPERATURE -> Kind.TEMPERATURE;
            case ANGLE -> Kind.ANGLE;
            default -> Kind.COUNT;
        };
    }
}
