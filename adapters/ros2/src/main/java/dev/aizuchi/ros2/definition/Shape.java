package dev.aizuchi.ros2.definition;

import dev.aizuchi.bus.Datum;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Say what a value in a message is: the types of the ROS 2 interface language, resolved. */
public sealed interface Shape permits Primitive, Shape.Text, Shape.Row, Shape.Message {

    /** Give the value that a field of this shape has where its definition names none. */
    Datum preset();

    /** Give {@link #preset} with one item in each sequence, so that it shows all that may stand there. */
    Datum pattern();

    /** Texts: {@code string}, {@code wstring}. */
    record Text(boolean wide, int bound) implements Shape {
        /** The {@code bound} of a text, or of a row, that may be of any length. */
        public static final int UNBOUNDED = Integer.MAX_VALUE;

        @Override
        public Datum preset() {
            return new Datum.Text("");
        }

        @Override
        public Datum pattern() {
            return preset();
        }
    }

    /**
     * Arrays and sequences.
     *
     * @param item what each is
     * @param fixed whether there are always {@code bound} of them
     * @param bound how many there may be
     */
    record Row(Shape item, boolean fixed, int bound) implements Shape {
        /** Tell whether its values are {@link Datum.Octets}. */
        public boolean isOctets() {
            return item == Primitive.UINT8;
        }

        @Override
        public Datum preset() {
            return of(fixed ? bound : 0, item.preset());
        }

        @Override
        public Datum pattern() {
            return of(fixed ? bound : 1, item.pattern());
        }

        private Datum of(int count, Datum value) {
            return isOctets()
                    ? new Datum.Octets(ByteBuffer.allocate(count))
                    : new Datum.Items(Collections.nCopies(count, value));
        }
    }

    /**
     * Messages, and what stands in them as a whole.
     *
     * @param name full name, such as {@code geometry_msgs/msg/Twist} or {@code std_srvs/srv/SetBool_Request}
     * @param fields in the order of the definition, which is that on the wire
     * @param constants values that the definition names
     */
    record Message(String name, List<Field> fields, Map<String, Datum> constants) implements Shape {
        public Message {
            fields = List.copyOf(fields);
            constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        }

        @Override
        public Datum.Fields preset() {
            Map<String, Datum> values = new LinkedHashMap<>();
            fields.forEach(field -> values.put(field.name(), field.preset()));
            return new Datum.Fields(values);
        }

        @Override
        public Datum.Fields pattern() {
            Map<String, Datum> values = new LinkedHashMap<>();
            fields.forEach(field -> values.put(field.name(), field.shape().pattern()));
            return new Datum.Fields(values);
        }

        /** Give the names of the fields, for a message to a person. */
        List<String> names() {
            List<String> names = new ArrayList<>();
            fields.forEach(field -> names.add(field.name()));
            return names;
        }
    }

    /**
     * A named value of a message.
     *
     * @param preset its value where a message leaves it out
     */
    record Field(String name, Shape shape, Datum preset) {}
}
