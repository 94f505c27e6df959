package dev.aizuchi.voice.ssml;

import dev.aizuchi.voice.hmm.Prosody;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Read the measures of SSML's attributes: 500ms, x-slow, 80%, +2st, -6dB. */
final class Measures {
    private static final Pattern TIME = Pattern.compile("\\+?(\\d+(?:\\.\\d+)?)(ms|s)");
    private static final Pattern NUMBER = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)(%|st|dB)?");
    private static final int LONGEST_BREAK_MILLIS = 60_000;

    private static final Map<String, Double> RATES =
            Map.of("x-slow", 0.6, "slow", 0.8, "medium", 1.0, "default", 1.0, "fast", 1.25, "x-fast", 1.6);
    private static final Map<String, Double> PITCHES =
            Map.of("x-low", -6.0, "low", -3.0, "medium", 0.0, "default", 0.0, "high", 3.0, "x-high", 6.0);
    private static final Map<String, Double> RANGES =
            Map.of("x-low", 0.3, "low", 0.6, "medium", 1.0, "default", 1.0, "high", 1.4, "x-high", 1.8);
    private static final Map<String, Double> VOLUMES = Map.of(
            "silent", -60.0, "x-soft", -12.0, "soft", -6.0, "medium", 0.0, "default", 0.0, "loud", 4.0, "x-loud", 8.0);
    private static final Map<String, Integer> BREAKS =
            Map.of("none", 0, "x-weak", 100, "weak", 200, "medium", 400, "strong", 700, "x-strong", 1_000);

    private Measures() {}

    static int millis(SsmlReader at, @Nullable String time, @Nullable String strength) {
        if (time != null) {
            Matcher matcher = TIME.matcher(time.strip());
            if (!matcher.matches()) {
                throw at.error("time=\"" + time + "\" is no time; write 500ms or 1.5s");
            }
            double millis =
                    Double.parseDouble(matcher.group(1)) * (matcher.group(2).equals("s") ? 1_000 : 1);
            return (int) Math.min(LONGEST_BREAK_MILLIS, millis);
        }
        Integer named = BREAKS.get(strength == null ? "medium" : strength.strip());
        if (named == null) {
            throw at.error("strength=\"" + strength + "\" is not known; write " + choices(BREAKS));
        }
        return named;
    }

    static Prosody prosody(SsmlReader at) {
        for (String unknown : List.of("contour", "duration")) {
            if (at.attribute(unknown) != null) {
                at.note("<prosody> " + unknown + " is passed over");
            }
        }
        double rate = value(at, "rate", RATES, "%", 1, false);
        double pitch = value(at, "pitch", PITCHES, "st", 0, true);
        double range = value(at, "range", RANGES, "%", 1, true);
        double volume = value(at, "volume", VOLUMES, "dB", 0, true);
        try {
            return new Prosody(rate, pitch, range, volume, 0);
        } catch (IllegalArgumentException e) {
            throw at.error(String.valueOf(e.getMessage()));
        }
    }

    static Prosody emphasis(SsmlReader at, @Nullable String level) {
        return switch (level == null ? "moderate" : level.strip()) {
            case "strong" -> new Prosody(0.9, 1, 1.3, 3, 0);
            case "moderate" -> new Prosody(0.95, 0.5, 1.15, 2, 0);
            case "none" -> Prosody.PLAIN;
            case "reduced" -> new Prosody(1.05, -0.5, 0.85, -2, 0);
            default -> throw at.error("level=\"" + level + "\" is not known; write strong, moderate, none or reduced");
        };
    }

    /** A percentage scales; one with a sign, where the attribute has a value of its own, is added to it. */
    private static double value(
            SsmlReader at, String name, Map<String, Double> named, String unit, double usual, boolean signed) {
        String written = at.attribute(name);
        if (written == null) {
            return usual;
        }
        Double known = named.get(written.strip());
        if (known != null) {
            return known;
        }
        Matcher number = NUMBER.matcher(written.strip());
        if (number.matches()) {
            double value = Double.parseDouble(number.group(1));
            String found = number.group(2);
            boolean relative = signed && !Character.isDigit(written.strip().charAt(0));
            if ("%".equals(found) && name.equals("pitch")) {
                return 12 * Math.log((relative ? 1 : 0) + value / 100) / Math.log(2);
            } else if ("%".equals(found) && unit.equals("%")) {
                return (relative ? 1 : 0) + value / 100;
            } else if (unit.equals(found) || (found == null && name.equals("rate"))) {
                return value;
            }
        }
        throw at.error(
                name + "=\"" + written + "\" is not known; write " + choices(named) + " or a number with " + unit);
    }

    private static String choices(Map<String, ?> named) {
        return String.join(", ", named.keySet().stream().sorted().toList());
    }

    /** Count the morae that stand before a mark; 0 where it does not stand. */
    static int moraeBefore(String kana, char mark) {
        int end = kana.indexOf(mark);
        return end < 0
                ? 0
                : (int) kana.substring(0, end)
                        .chars()
                        .filter(c -> "ャュョァィゥェォヮ".indexOf(c) < 0)
                        .count();
    }
}
