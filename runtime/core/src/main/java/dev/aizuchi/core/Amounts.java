package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.value.FoundValue;
import dev.aizuchi.japanese.value.FoundValue.Alternative;
import dev.aizuchi.japanese.value.Kind;
import dev.aizuchi.japanese.value.Value;
import dev.aizuchi.skill.Slot;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Write numbers as the wire spells them: in the unit that the slot names, lower ones negative; immutable. */
final class Amounts {
    /** A slot of this name holds how much more or, negative, less. */
    private static final String CHANGE = "delta_";

    private static final String CELSIUS = "degC";
    /** What a slot's unit is called among found values. */
    private static final Map<String, String> UNITS =
            Map.of("℃", CELSIUS, "度", CELSIUS, "°", "deg", "円", "JPY", "%", "%");

    private static final Map<String, BigDecimal> METRES = Map.of(
            "mm", new BigDecimal("0.001"),
            "cm", new BigDecimal("0.01"),
            "m", BigDecimal.ONE,
            "km", new BigDecimal("1000"));

    private static final Set<String> PEOPLE = Set.of("人", "名", "名様", "人様");
    /** The unit of a slot that counts things, whatever the counter: 三つ, 二箱, 五通. */
    private static final String THINGS = "個";

    /** No number of anything: 「六十代」. */
    private static final String DECADE = "代";

    private static final Set<Kind> PLAIN = EnumSet.of(
            Kind.NUMBER,
            Kind.COUNT,
            Kind.ORDINAL,
            Kind.PERCENT,
            Kind.AGE,
            Kind.FLOOR,
            Kind.MEASURE,
            Kind.MONEY,
            Kind.TEMPERATURE,
            Kind.ANGLE,
            Kind.TICKET,
            Kind.ROOM);

    private final Pattern lower;
    private final Pattern scale;

    Amounts(DataFile data) {
        lower = Pattern.compile(String.join("|", data.lines("lower")));
        scale = data.pattern("scale");
    }

    /** Give a value as a slot's number, if it is one with the slot's unit. */
    Optional<String> number(FoundValue found, Slot<?> slot, String unit, String text) {
        if (unit.isEmpty() && scale.matcher(text.substring(found.start())).lookingAt()) {
            return Optional.empty();
        }
        boolean change = slot.name().startsWith(CHANGE);
        return readings(found)
                // How many there are is no age: 「女性、六十歳、棚の下敷き」.
                .filter(reading -> slot.near().isEmpty() || reading.kind() != Kind.AGE)
                .flatMap(reading -> number(reading, unit, change).stream())
                .findFirst()
                .map(number -> change
                                && number.signum() > 0
                                && lower.matcher(text.substring(found.end())).find()
                        ? number.negate()
                        : number)
                .map(number -> number.stripTrailingZeros().toPlainString());
    }

    private static Optional<BigDecimal> number(Alternative reading, String unit, boolean change) {
        Optional<BigDecimal> number = plain(reading.value());
        String said = reading.value().unit();
        if (unit.isEmpty()) {
            return number.filter(any -> PLAIN.contains(reading.kind()) && !said.equals(DECADE));
        }
        if (unit.equals(THINGS)) {
            return number.filter(any -> reading.kind() == Kind.COUNT && !PEOPLE.contains(said));
        }
        String wanted = UNITS.getOrDefault(unit, unit);
        if (wanted.equals(CELSIUS)) {
            boolean changes = reading.kind() == Kind.TEMPERATURE_CHANGE || said.equals("回");
            return number.filter(any -> change ? changes : reading.kind() == Kind.TEMPERATURE);
        }
        BigDecimal from = METRES.get(said);
        BigDecimal to = METRES.get(wanted);
        if (from != null && to != null) {
            return number.map(any -> any.multiply(from).divide(to, 6, java.math.RoundingMode.HALF_UP));
        }
        boolean people = PEOPLE.contains(wanted) && PEOPLE.contains(said);
        return number.filter(any -> people || said.equals(wanted));
    }

    /** A number that was left open (二、三人) counts as the smaller one. */
    static Optional<BigDecimal> plain(Value value) {
        if (value instanceof Value.Amount amount) {
            return Optional.of(amount.number());
        }
        if (value instanceof Value.AmountRange range) {
            return Optional.of(range.low());
        }
        boolean digits = value instanceof Value.Label label && label.text().matches("\\d{1,9}");
        return digits ? Optional.of(new BigDecimal(value.wire())) : Optional.empty();
    }

    private static Stream<Alternative> readings(FoundValue found) {
        return Stream.concat(Stream.of(new Alternative(found.kind(), found.value())), found.alternatives().stream());
    }
}
