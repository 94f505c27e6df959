package dev.aizuchi.ros2.rcl;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * Hold bytes as ROS 2 passes them: {@code rcutils_uint8_array_t} ({@code rcutils/types/uint8_array.h}): buffer, length,
 * capacity, allocator.
 */
final class Serialized implements AutoCloseable {
    private static final int LENGTH = 8;
    private static final int CAPACITY = 16;
    private static final int ALLOCATOR = 24;

    private final Rcl rcl;
    private final Memory array = Rcl.zeroed(ALLOCATOR + Rcl.Allocator.BYTES);

    private Serialized(Rcl rcl) {
        this.rcl = rcl;
    }

    /** Make one that ROS 2 fills and enlarges; to be closed. */
    static Serialized empty(Rcl rcl) {
        Serialized serialized = new Serialized(rcl);
        rcl.call("rcutils_uint8_array_init", serialized.array, 256L, rcl.allocatorPointer());
        return serialized;
    }

    /** Wrap bytes that ROS 2 only reads; closed at once, as native memory waits long for the collector. */
    static Memory of(Rcl rcl, byte[] bytes) {
        // The bytes stand behind the structure, so that both live equally long.
        int head = ALLOCATOR + Rcl.Allocator.BYTES;
        Memory memory = new Memory(head + (long) bytes.length);
        memory.setPointer(0, memory.share(head));
        memory.setLong(LENGTH, bytes.length);
        memory.setLong(CAPACITY, bytes.length);
        memory.write(ALLOCATOR, rcl.allocatorPointer().getByteArray(0, Rcl.Allocator.BYTES), 0, Rcl.Allocator.BYTES);
        memory.write(head, bytes, 0, bytes.length);
        return memory;
    }

    Pointer pointer() {
        return array;
    }

    byte[] bytes() {
        return array.getPointer(0).getByteArray(0, Math.toIntExact(array.getLong(LENGTH)));
    }

    @Override
    public void close() {
        rcl.call("rcutils_uint8_array_fini", array);
        array.close();
    }
}
