package dev.aizuchi.ros2.definition;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.definition.Shape.Field;
import dev.aizuchi.ros2.definition.Shape.Message;
import dev.aizuchi.ros2.definition.Shape.Row;
import dev.aizuchi.ros2.definition.Shape.Text;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Hold a value to its shape, and complete it.
 *
 * <p>What a message leaves out gets its default. A whole number may stand for a real one, and a real one without a
 * fraction for a whole one. Octets may also be given as numbers, or as a text in base 64.
 */
public final class Fit {
    private Fit() {}

    /**
     * Complete a message.
     *
     * @return the message with all fields of its type, in their order
     * @throws IllegalArgumentException where it does not fit; the message names type and field, never a value
     */
    public static Datum.Fields fit(Message type, Datum.Fields message) {
        try {
            return fields(type, message);
        } catch (Misfit misfit) {
            throw new IllegalArgumentException(type.name() + misfit.told());
        }
    }

    static Datum fit(Shape shape, Datum value) {
        if (shape instanceof Primitive primitive) {
            return primitive(primitive, value);
        }
        if (shape instanceof Text text) {
            return text(text, value);
        }
        if (shape instanceof Row row) {
            return row.isOctets() ? octets(row, value) : items(row, value);
        }
        if (value instanceof Datum.Fields fields) {
            return fields((Message) shape, fields);
        }
        throw new Misfit("takes fields");
    }

    private static Datum.Fields fields(Message type, Datum.Fields message) {
        Map<String, Datum> values = new LinkedHashMap<>();
        int known = 0;
        for (Field field : type.fields()) {
            Datum given = message.values().get(field.name());
            if (given == null) {
                values.put(field.name(), field.preset());
                continue;
            }
            known++;
            try {
                values.put(field.name(), fit(field.shape(), given));
            } catch (Misfit misfit) {
                throw misfit.within("." + field.name());
            }
        }
        if (known < message.values().size()) {
            List<String> strange = new ArrayList<>(message.values().keySet());
            strange.removeAll(values.keySet());
            throw new Misfit("has no field " + strange.get(0) + " in " + type.name() + "; it has " + type.names());
        }
        return new Datum.Fields(values);
    }

    private static Datum primitive(Primitive shape, Datum value) {
        if (shape == Primitive.BOOL) {
            return need(value instanceof Datum.Flag, value, "takes true or false");
        }
        if (shape.isReal()) {
            Datum.Real real = value instanceof Datum.Whole whole
                    ? new Datum.Real(whole.value())
                    : (Datum.Real) need(value instanceof Datum.Real, value, "takes a number");
            boolean over = shape == Primitive.FLOAT32
                    && Double.isFinite(real.value())
                    && Float.isInfinite((float) real.value());
            return need(!over, real, "takes a number of 32 bits");
        }
        Datum number = value instanceof Datum.Real real && isWhole(real.value())
                ? new Datum.Whole((long) real.value())
                : value;
        boolean holds = number instanceof Datum.Whole whole && shape.holds(whole.value());
        return need(holds, number, "takes a whole number that " + shape.name().toLowerCase(Locale.ROOT) + " holds");
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 0x1p63;
    }

    private static Datum text(Text shape, Datum value) {
        boolean is = value instanceof Datum.Text;
        if (is && shape.bound() != Text.UNBOUNDED) {
            String text = ((Datum.Text) value).value();
            int length = shape.wide() ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
            need(length <= shape.bound(), value, "takes a text of at most " + shape.bound() + " bytes");
        }
        return need(is, value, "takes a text");
    }

    private static Datum octets(Row shape, Datum value) {
        Datum.Octets octets;
        if (value instanceof Datum.Octets given) {
            octets = given;
        } else if (value instanceof Datum.Text text) {
            octets = new Datum.Octets(ByteBuffer.wrap(base64(text.value())));
        } else {
            List<Datum> numbers = ((Datum.Items) items(shape, value)).values();
            byte[] bytes = new byte[numbers.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) ((Datum.Whole) numbers.get(i)).value();
            }
            octets = new Datum.Octets(ByteBuffer.wrap(bytes));
        }
        requireLength(shape, octets.value().remaining());
        return octets;
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Misfit("takes octets, numbers from 0 to 255, or a text in base 64");
        }
    }

    private static Datum items(Row shape, Datum value) {
        List<Datum> given = ((Datum.Items) need(value instanceof Datum.Items, value, "takes items")).values();
        requireLength(shape, given.size());
        List<Datum> items = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            try {
                items.add(fit(shape.item(), given.get(i)));
            } catch (Misfit misfit) {
                throw misfit.within("[" + i + "]");
            }
        }
        return new Datum.Items(items);
    }

    private static void requireLength(Row shape, int length) {
        if (shape.fixed() ? length != shape.bound() : length > shape.bound()) {
            throw new Misfit(
                    "takes " + (shape.fixed() ? "" : "at most ") + shape.bound() + " items, but has " + length);
        }
    }

    private static Datum need(boolean holds, Datum value, String otherwise) {
        if (!holds) {
            throw new Misfit(otherwise);
        }
        return value;
    }
}
