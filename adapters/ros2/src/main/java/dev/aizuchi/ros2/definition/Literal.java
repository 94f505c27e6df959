package dev.aizuchi.ros2.definition;

import dev.aizuchi.bus.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Read the values that stand in definitions: defaults and constants. */
final class Literal {
    private Literal() {}

    /** Read a value; {@link IllegalArgumentException} where it is none of that shape. */
    static Datum read(Shape shape, String written) {
        try {
            return Fit.fit(shape, value(shape, written));
        } catch (Misfit misfit) {
            throw new IllegalArgumentException(written + ": " + misfit.told().strip());
        }
    }

    private static Datum value(Shape shape, String written) {
        if (shape instanceof Shape.Row row) {
            List<Datum> items = new ArrayList<>();
            for (String item : items(written)) {
                items.add(value(row.item(), item));
            }
            return new Datum.Items(items);
        }
        if (shape instanceof Shape.Text) {
            return new Datum.Text(text(written));
        }
        if (shape instanceof Primitive primitive) {
            return primitive == Primitive.BOOL ? flag(written) : number(primitive, written);
        }
        throw new Misfit("a field that is a message has no default of its own");
    }

    private static Datum flag(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> new Datum.Flag(true);
            case "false", "0" -> new Datum.Flag(false);
            default -> throw new Misfit("takes true or false");
        };
    }

    private static Datum number(Primitive shape, String written) {
        if (shape.isReal()) {
            return new Datum.Real(
                    switch (written.toLowerCase(Locale.ROOT)) {
                        case "inf", "+inf" -> Double.POSITIVE_INFINITY;
                        case "-inf" -> Double.NEGATIVE_INFINITY;
                        case "nan" -> Double.NaN;
                        default -> Double.parseDouble(written);
                    });
        }
        if (written.matches("[-+]?0[xX].*")) {
            return new Datum.Whole(Long.decode(written));
        }
        return new Datum.Whole(shape == Primitive.UINT64 ? Long.parseUnsignedLong(written) : Long.parseLong(written));
    }

    private static String text(String written) {
        if (written.length() < 2 || !isQuote(written.charAt(0)) || !written.endsWith(written.substring(0, 1))) {
            return written;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < written.length() - 1; i++) {
            char c = written.charAt(i);
            text.append(c == '\\' && i < written.length() - 2 ? escaped(written.charAt(++i)) : String.valueOf(c));
        }
        return text.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '\\', '"', '\'' -> String.valueOf(c);
            default -> "\\" + c;
        };
    }

    private static List<String> items(String written) {
        if (!written.startsWith("[") || !written.endsWith("]")) {
            throw new Misfit("takes items in brackets");
        }
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        char quote = 0;
        for (char c : written.substring(1, written.length() - 1).toCharArray()) {
            if (c == ',' && quote == 0) {
                items.add(item.toString().strip());
                item.setLength(0);
                continue;
            }
            if (isQuote(c) && (quote == 0 || quote == c)) {
                quote = quote == 0 ? c : 0;
            }
            item.append(c);
        }
        if (!items.isEmpty() || !item.toString().isBlank()) {
            items.add(item.toString().strip());
        }
        return items;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
