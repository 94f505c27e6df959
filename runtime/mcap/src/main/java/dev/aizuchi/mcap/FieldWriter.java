package dev.aizuchi.mcap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Write fields one after the other, little endian, as the specification's section on serialization says. */
final class FieldWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    FieldWriter u8(int value) {
        out.write(value);
        return this;
    }

    FieldWriter u16(int value) {
        return number(value, 2);
    }

    FieldWriter u32(long value) {
        return number(value, 4);
    }

    FieldWriter u64(long value) {
        return number(value, 8);
    }

    FieldWriter text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return u32(bytes.length).raw(Bytes.wrap(bytes));
    }

    FieldWriter raw(Bytes bytes) {
        out.writeBytes(bytes.toArray());
        return this;
    }

    FieldWriter texts(Map<String, String> map) {
        FieldWriter entries = new FieldWriter();
        map.forEach((key, value) -> entries.text(key).text(value));
        return u32(entries.size()).raw(entries.bytes());
    }

    FieldWriter longs(Map<Integer, Long> map) {
        u32(map.size() * 10L);
        map.forEach((key, value) -> u16(key).u64(value));
        return this;
    }

    /** Write a whole record: its opcode, its length, its content. */
    FieldWriter record(McapRecord record) {
        Bytes content = record.content();
        return u8(record.opcode()).u64(content.size()).raw(content);
    }

    int size() {
        return out.size();
    }

    Bytes bytes() {
        return Bytes.wrap(out.toByteArray());
    }

    void clear() {
        out.reset();
    }

    private FieldWriter number(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> (8 * i)));
        }
        return this;
    }
}
