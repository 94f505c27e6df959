package dev.aizuchi.mqtt.homie;

import java.util.List;
import java.util.Locale;

/**
 * Hold what a description says of something that can be set.
 *
 * @param names how its place may be called
 * @param retained whether its value is kept; one that is not is an event, and is set once only
 */
record Property(
        String device,
        String node,
        String id,
        List<String> names,
        Kind kind,
        Format format,
        String unit,
        boolean retained) {
    Property {
        names = List.copyOf(names);
    }

    /** Give its topic below the root. */
    String path() {
        return device + "/" + node + "/" + id;
    }

    /** Name the act that sets it, and nothing else. */
    String act() {
        return "set_" + path().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /** Name the argument of that act, with the unit that a number has. */
    String argument() {
        return format instanceof Format.Amount
                ? switch (unit) {
                    case "°C" -> "value_c";
                    case "%" -> "value_percent";
                    case "°" -> "value_deg";
                    default -> "value";
                }
                : "value";
    }
}
