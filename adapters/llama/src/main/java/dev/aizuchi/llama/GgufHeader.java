package dev.aizuchi.llama;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Hold what a GGUF file says of its model, read without loading it.
 *
 * <p>Source: the GGUF specification, version 3, in the ggml repository ({@code docs/gguf.md}).
 *
 * @param architecture such as {@code llama} or {@code gemma3}
 * @param cacheBytesPerToken what one token of context takes, in 16 bits a value; 0 where the file does not tell
 * @param chatTemplate whether the model brings a template for talk
 */
record GgufHeader(String architecture, long cacheBytesPerToken, boolean chatTemplate) {
    private static final int MAGIC = 0x46554747;
    private static final int LONGEST = 1 << 24;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    private static final int[] WIDTHS = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    /**
     * Read the header.
     *
     * @throws IOException when it is no GGUF file, or cut off
     */
    static GgufHeader read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (Integer.reverseBytes(in.readInt()) != MAGIC) {
                throw new IOException("it does not begin with GGUF");
            }
            int version = Integer.reverseBytes(in.readInt());
            if (version < 2 || version > 3) {
                throw new IOException("it is GGUF version " + version + ", and only 2 and 3 are known");
            }
            in.skipNBytes(Long.BYTES);
            return of(values(in, count(in)));
        }
    }

    private static GgufHeader of(Map<String, String> values) {
        String architecture = values.getOrDefault("general.architecture", "");
        long layers = number(values, architecture + ".block_count");
        long width = number(values, architecture + ".embedding_length");
        long heads = Math.max(1, number(values, architecture + ".attention.head_count"));
        long kept = Math.max(1, number(values, architecture + ".attention.head_count_kv"));
        long head = Math.max(width / heads, number(values, architecture + ".attention.key_length"));
        return new GgufHeader(
                architecture, 2L * Short.BYTES * layers * head * kept, values.containsKey("tokenizer.chat_template"));
    }

    private static long number(Map<String, String> values, String key) {
        String value = values.getOrDefault(key, "0");
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }

    private static Map<String, String> values(DataInputStream in, int count) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String key = string(in);
            int type = Integer.reverseBytes(in.readInt());
            if (type == STRING) {
                values.put(key, string(in));
            } else if (type == ARRAY) {
                skipArray(in);
            } else {
                values.put(key, scalar(in, width(type)));
            }
        }
        return values;
    }

    /** Whole numbers of four and eight bytes are all that is asked for. */
    private static String scalar(DataInputStream in, int width) throws IOException {
        return switch (width) {
            case Integer.BYTES -> Integer.toString(Integer.reverseBytes(in.readInt()));
            case Long.BYTES -> Long.toString(Long.reverseBytes(in.readLong()));
            default -> {
                in.skipNBytes(width);
                yield "";
            }
        };
    }

    private static void skipArray(DataInputStream in) throws IOException {
        int type = Integer.reverseBytes(in.readInt());
        int count = count(in);
        if (type == STRING) {
            for (int i = 0; i < count; i++) {
                in.skipNBytes(count(in));
            }
        } else {
            in.skipNBytes((long) width(type) * count);
        }
    }

    private static String string(DataInputStream in) throws IOException {
        return new String(in.readNBytes(count(in)), StandardCharsets.UTF_8);
    }

    private static int count(DataInputStream in) throws IOException {
        long count = Long.reverseBytes(in.readLong());
        if (count < 0 || count > LONGEST) {
            throw new IOException("it is damaged: a length of " + count);
        }
        return (int) count;
    }

    private static int width(int type) throws IOException {
        if (type < 0 || type >= WIDTHS.length || WIDTHS[type] == 0) {
            throw new IOException("it is damaged: a value of type " + type);
        }
        return WIDTHS[type];
    }
}
