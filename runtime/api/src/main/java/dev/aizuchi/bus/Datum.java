package dev.aizuchi.bus;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hold a value as it goes over a bus: what a JSON text or a ROS message can say. */
public sealed interface Datum {

    /** Named values in a fixed order. */
    record Fields(Map<String, Datum> values) implements Datum {
        /** Of a message that says nothing but that it came. */
        public static final Fields NONE = new Fields(Map.of());

        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** Values in a row. */
    record Items(List<Datum> values) implements Datum {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A text; any Unicode. */
    record Text(String value) implements Datum {}

    /** A whole number; an unsigned one of 64 bits stands as its two's complement. */
    record Whole(long value) implements Datum {}

    /** A number that need not be whole. */
    record Real(double value) implements Datum {}

    /** Yes or no. */
    record Flag(boolean value) implements Datum {}

    /** Bytes, such as a picture; not copied, so do not change them. */
    record Octets(ByteBuffer value) implements Datum {
        public Octets {
            value = value.asReadOnlyBuffer();
        }

        /** Give the bytes from their first; each call has its own position. */
        @Override
        public ByteBuffer value() {
            return value.duplicate();
        }
    }
}
