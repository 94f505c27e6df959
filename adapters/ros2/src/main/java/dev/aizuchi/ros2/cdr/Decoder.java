package dev.aizuchi.ros2.cdr;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.definition.Misfit;
import dev.aizuchi.ros2.definition.Primitive;
import dev.aizuchi.ros2.definition.Shape;
import dev.aizuchi.ros2.definition.Shape.Field;
import dev.aizuchi.ros2.definition.Shape.Message;
import dev.aizuchi.ros2.definition.Shape.Row;
import dev.aizuchi.ros2.definition.Shape.Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Read one message from bytes that anybody may have sent.
 *
 * <p>Each item of a sequence takes a byte at least, so a length beyond the bytes that are left is refused before
 * anything is made for it. How deep messages nest is said by their definitions, which are finite.
 */
final class Decoder {
    private static final Datum.Flag YES = new Datum.Flag(true);
    private static final Datum.Flag NO = new Datum.Flag(false);

    private final ByteBuffer in;

    Decoder(ByteBuffer in) {
        this.in = in;
    }

    Datum.Fields message(Message type) {
        if (type.fields().isEmpty()) {
            in.get();
            return Datum.Fields.NONE;
        }
        Map<String, Datum> values = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            try {
                values.put(field.name(), value(field.shape()));
            } catch (Misfit misfit) {
                throw misfit.within("." + field.name());
            }
        }
        return new Datum.Fields(values);
    }

    private Datum value(Shape shape) {
        if (shape instanceof Primitive primitive) {
            return primitive(primitive);
        }
        if (shape instanceof Text text) {
            return new Datum.Text(text.wide() ? wide(text) : utf8(text));
        }
        if (shape instanceof Row row) {
            return row(row);
        }
        return message((Message) shape);
    }

    private Datum primitive(Primitive shape) {
        align(shape.bytes());
        return switch (shape) {
            case BOOL -> flag(in.get());
            case INT8 -> new Datum.Whole(in.get());
            case UINT8 -> new Datum.Whole(in.get() & 0xff);
            case INT16 -> new Datum.Whole(in.getShort());
            case UINT16 -> new Datum.Whole(in.getShort() & 0xffff);
            case INT32 -> new Datum.Whole(in.getInt());
            case UINT32 -> new Datum.Whole(in.getInt() & 0xffff_ffffL);
            case INT64, UINT64 -> new Datum.Whole(in.getLong());
            case FLOAT32 -> new Datum.Real(in.getFloat());
            case FLOAT64 -> new Datum.Real(in.getDouble());
        };
    }

    private static Datum flag(byte value) {
        if (value != 0 && value != 1) {
            throw new Misfit("is neither true nor false");
        }
        return value == 1 ? YES : NO;
    }

    private String utf8(Text shape) {
        int length = count(1);
        if (length == 0) {
            // Some writers leave out the zero of an empty text.
            return "";
        }
        ByteBuffer bytes = take(length);
        if (bytes.get(length - 1) != 0) {
            throw new Misfit("is a text that does not end with a zero");
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes.limit(length - 1));
            require(Character.codePointCount(text, 0, text.length()) <= shape.bound(), "is a text that is too long");
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new Misfit("is a text that is not in UTF-8");
        }
    }

    private String wide(Text shape) {
        int length = count(4);
        require(length <= shape.bound(), "is a text that is too long");
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            int unit = in.getInt();
            require(unit >= 0 && unit <= Character.MAX_VALUE, "is a text that is not in UTF-16");
            text[i] = (char) unit;
        }
        return new String(text);
    }

    private Datum row(Row shape) {
        int count = shape.fixed() ? shape.bound() : count(1);
        require(count <= shape.bound(), "has " + count + " items, but may have " + shape.bound());
        if (shape.isOctets()) {
            return new Datum.Octets(take(count));
        }
        require(count <= in.remaining(), "is cut off");
        List<Datum> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            try {
                items.add(value(shape.item()));
            } catch (Misfit misfit) {
                throw misfit.within("[" + i + "]");
            }
        }
        return new Datum.Items(items);
    }

    /** Read how many things of a size follow; there must be bytes for all of them. */
    private int count(int size) {
        align(4);
        long count = in.getInt() & 0xffff_ffffL;
        require(count * size <= in.remaining(), "is cut off");
        return (int) count;
    }

    private ByteBuffer take(int length) {
        require(length <= in.remaining(), "is cut off");
        ByteBuffer taken = in.slice(in.position(), length);
        in.position(in.position() + length);
        return taken;
    }

    private void align(int size) {
        int past = in.position() % size;
        if (past != 0) {
            require(size - past <= in.remaining(), "is cut off");
            in.position(in.position() + size - past);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Misfit(otherwise);
        }
    }
}
