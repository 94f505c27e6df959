package dev.aizuchi.mcap;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Read fields one after the other; what is behind the last that is asked for is left alone, as the format wants it. */
final class FieldReader {
    private final Bytes bytes;
    private final ByteBuffer buffer;

    FieldReader(Bytes bytes) {
        this.bytes = bytes;
        this.buffer = bytes.buffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    int u8() throws McapException {
        require(1);
        return Byte.toUnsignedInt(buffer.get());
    }

    int u16() throws McapException {
        require(2);
        return Short.toUnsignedInt(buffer.getShort());
    }

    long u32() throws McapException {
        require(4);
        return Integer.toUnsignedLong(buffer.getInt());
    }

    long u64() throws McapException {
        require(8);
        return buffer.getLong();
    }

    String text() throws McapException {
        Bytes text = raw(u32());
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text.buffer()).toString();
        } catch (CharacterCodingException e) {
            throw new McapException("a text is not UTF-8", e);
        }
    }

    Bytes raw(long size) throws McapException {
        require(size);
        Bytes part = bytes.slice(buffer.position(), (int) size);
        buffer.position(buffer.position() + (int) size);
        return part;
    }

    /** Give all that is left. */
    Bytes rest() throws McapException {
        return raw(buffer.remaining());
    }

    FieldReader nested() throws McapException {
        return new FieldReader(raw(u32()));
    }

    Map<String, String> texts() throws McapException {
        FieldReader entries = nested();
        Map<String, String> map = new LinkedHashMap<>();
        while (entries.hasMore()) {
            map.put(entries.text(), entries.text());
        }
        return map;
    }

    Map<Integer, Long> longs() throws McapException {
        FieldReader entries = nested();
        Map<Integer, Long> map = new LinkedHashMap<>();
        while (entries.hasMore()) {
            map.put(entries.u16(), entries.u64());
        }
        return map;
    }

    boolean hasMore() {
        return buffer.hasRemaining();
    }

    int position() {
        return buffer.position();
    }

    private void require(long size) throws McapException {
        if (size < 0 || size > buffer.remaining()) {
            throw new McapException(
                    "a field needs " + Long.toUnsignedString(size) + " bytes where " + buffer.remaining() + " are left",
                    new BufferUnderflowException());
        }
    }
}
