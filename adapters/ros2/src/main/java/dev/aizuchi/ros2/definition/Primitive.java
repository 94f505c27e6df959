package dev.aizuchi.ros2.definition;

import dev.aizuchi.bus.Datum;
import java.util.Map;
import java.util.Optional;

/** Name the values of fixed size, with how many bytes each takes and is aligned to. */
public enum Primitive implements Shape {
    BOOL(1),
    INT8(1),
    /** Also {@code byte} and {@code char}, which ROS 2 defines as 8 bits without a sign. */
    UINT8(1),
    INT16(2),
    UINT16(2),
    INT32(4),
    UINT32(4),
    INT64(8),
    UINT64(8),
    FLOAT32(4),
    FLOAT64(8);

    private static final Map<String, Primitive> NAMES = Map.ofEntries(
            Map.entry("bool", BOOL),
            Map.entry("byte", UINT8),
            Map.entry("octet", UINT8),
            Map.entry("char", UINT8),
            Map.entry("int8", INT8),
            Map.entry("uint8", UINT8),
            Map.entry("int16", INT16),
            Map.entry("uint16", UINT16),
            Map.entry("int32", INT32),
            Map.entry("uint32", UINT32),
            Map.entry("int64", INT64),
            Map.entry("uint64", UINT64),
            Map.entry("float32", FLOAT32),
            Map.entry("float64", FLOAT64));

    private final int bytes;

    Primitive(int bytes) {
        this.bytes = bytes;
    }

    static Optional<Primitive> named(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }

    /** Give how many bytes a value takes. */
    public int bytes() {
        return bytes;
    }

    /** Tell whether its values are {@link Datum.Real}. */
    public boolean isReal() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /** Tell whether a whole number can be a value; all can be an unsigned one of 64 bits, by its two's complement. */
    boolean holds(long value) {
        return switch (this) {
            case INT8 -> value == (byte) value;
            case UINT8 -> value == (value & 0xffL);
            case INT16 -> value == (short) value;
            case UINT16 -> value == (value & 0xffffL);
            case INT32 -> value == (int) value;
            case UINT32 -> value == (value & 0xffff_ffffL);
            case INT64, UINT64 -> true;
            case BOOL, FLOAT32, FLOAT64 -> false;
        };
    }

    @Override
    public Datum preset() {
        return this == BOOL ? new Datum.Flag(false) : isReal() ? new Datum.Real(0) : new Datum.Whole(0);
    }

    @Override
    public Datum pattern() {
        return preset();
    }
}
