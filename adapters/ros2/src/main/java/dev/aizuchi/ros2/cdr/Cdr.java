package dev.aizuchi.ros2.cdr;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.definition.Fit;
import dev.aizuchi.ros2.definition.Misfit;
import dev.aizuchi.ros2.definition.Shape.Message;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Turn messages into CDR, the encoding of ROS 2, and back.
 *
 * <p>Plain CDR version 1 (OMG DDS-XTypes 1.3, 7.4.1), behind the four bytes that name the encoding (DDSI-RTPS 2.5,
 * 10.2): numbers are aligned to their size, counted from after those four; a text has its length in bytes with its
 * last, a zero; a message without fields takes one byte. A {@code wstring} has its length in units of UTF-16, and four
 * bytes for each, as Fast DDS writes it.
 */
public final class Cdr {
    /** Bytes before the message: two for the encoding, two for options. */
    static final int HEADER = 4;

    private Cdr() {}

    /**
     * Write a message, in little-endian order.
     *
     * @param message what it leaves out gets its default
     * @throws IllegalArgumentException where it does not fit its type; the message names the field
     */
    public static byte[] encode(Message type, Datum.Fields message) {
        return Encoder.encode(type, Fit.fit(type, message));
    }

    /**
     * Read a message, in either order of bytes; what follows it is left alone.
     *
     * @param bytes its octets are views of these
     * @throws MalformedException where they are no such message; whatever the bytes are, no more memory is taken than
     *     in proportion to their number
     */
    public static Datum.Fields decode(Message type, byte[] bytes) throws MalformedException {
        if (bytes.length < HEADER || bytes[0] != 0 || (bytes[1] & 0xfe) != 0) {
            throw new MalformedException(type.name() + " is not in plain CDR");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER)
                .slice()
                .order(bytes[1] == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        try {
            return new Decoder(buffer).message(type);
        } catch (Misfit misfit) {
            throw new MalformedException(type.name() + misfit.told());
        } catch (BufferUnderflowException e) {
            throw new MalformedException(type.name() + " is cut off");
        }
    }
}
