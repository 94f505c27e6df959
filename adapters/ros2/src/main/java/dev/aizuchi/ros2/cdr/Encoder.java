package dev.aizuchi.ros2.cdr;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.definition.Primitive;
import dev.aizuchi.ros2.definition.Shape;
import dev.aizuchi.ros2.definition.Shape.Field;
import dev.aizuchi.ros2.definition.Shape.Message;
import dev.aizuchi.ros2.definition.Shape.Row;
import dev.aizuchi.ros2.definition.Shape.Text;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Write one message that is known to fit its type. */
final class Encoder {
    private ByteBuffer out = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);

    private Encoder() {}

    static byte[] encode(Message type, Datum.Fields message) {
        Encoder encoder = new Encoder();
        encoder.out.put((byte) 0).put((byte) 1).putShort((short) 0);
        encoder.message(type, message);
        return Arrays.copyOf(encoder.out.array(), encoder.out.position());
    }

    private void message(Message type, Datum.Fields message) {
        if (type.fields().isEmpty()) {
            room(1).put((byte) 0);
        }
        for (Field field : type.fields()) {
            Datum value = message.values().get(field.name());
            if (value != null) {
                value(field.shape(), value);
            }
        }
    }

    private void value(Shape shape, Datum value) {
        if (shape instanceof Primitive primitive) {
            primitive(primitive, value);
        } else if (shape instanceof Text text) {
            text(text, ((Datum.Text) value).value());
        } else if (shape instanceof Row row) {
            row(row, value);
        } else {
            message((Message) shape, (Datum.Fields) value);
        }
    }

    private void primitive(Primitive shape, Datum value) {
        ByteBuffer to = aligned(shape.bytes());
        if (value instanceof Datum.Flag flag) {
            to.put((byte) (flag.value() ? 1 : 0));
        } else if (value instanceof Datum.Real real) {
            if (shape == Primitive.FLOAT32) {
                to.putFloat((float) real.value());
            } else {
                to.putDouble(real.value());
            }
        } else {
            long whole = ((Datum.Whole) value).value();
            switch (shape.bytes()) {
                case 1 -> to.put((byte) whole);
                case 2 -> to.putShort((short) whole);
                case 4 -> to.putInt((int) whole);
                default -> to.putLong(whole);
            }
        }
    }

    private void text(Text shape, String text) {
        if (shape.wide()) {
            aligned(4).putInt(text.length());
            room(4 * text.length());
            text.chars().forEach(out::putInt);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        aligned(4).putInt(bytes.length + 1);
        room(bytes.length + 1).put(bytes).put((byte) 0);
    }

    private void row(Row shape, Datum value) {
        if (value instanceof Datum.Octets octets) {
            ByteBuffer bytes = octets.value();
            count(shape, bytes.remaining());
            room(bytes.remaining()).put(bytes);
            return;
        }
        Datum.Items items = (Datum.Items) value;
        count(shape, items.values().size());
        for (Datum item : items.values()) {
            value(shape.item(), item);
        }
    }

    private void count(Row shape, int count) {
        if (!shape.fixed()) {
            aligned(4).putInt(count);
        }
    }

    private ByteBuffer aligned(int size) {
        int past = (out.position() - Cdr.HEADER) % size;
        int gap = past == 0 ? 0 : size - past;
        room(gap + size);
        out.position(out.position() + gap);
        return out;
    }

    private ByteBuffer room(int more) {
        if (out.remaining() < more) {
            int size = Math.addExact(out.position(), Math.max(more, out.capacity()));
            out = ByteBuffer.wrap(Arrays.copyOf(out.array(), size))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .position(out.position());
        }
        return out;
    }
}
