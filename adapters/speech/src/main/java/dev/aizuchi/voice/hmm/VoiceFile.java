package dev.aizuchi.voice.hmm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Part an {@code .htsvoice} file into its settings and sections. */
final class VoiceFile {
    private static final byte[] DATA = "\n[DATA]\n".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, String> settings = new HashMap<>();
    private final byte[] bytes;
    private final int data;

    VoiceFile(byte[] bytes) {
        this.bytes = bytes;
        this.data = data(bytes) + DATA.length;
        String head = new String(bytes, 0, data, StandardCharsets.US_ASCII);
        for (String line : head.split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                settings.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
    }

    private static int data(byte[] bytes) {
        for (int at = 0; at + DATA.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + DATA.length, DATA, 0, DATA.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("it has no [DATA]: not an .htsvoice file");
    }

    String text(String key) {
        String value = settings.get(key);
        if (value == null) {
            throw new IllegalArgumentException("it lacks " + key);
        }
        return value;
    }

    int number(String key) {
        return Integer.parseInt(text(key));
    }

    boolean flag(String key) {
        return text(key).equals("1");
    }

    /** Give a setting of a stream, such as ALPHA among its options. */
    double option(String stream, String name) {
        for (String option : text("OPTION[" + stream + "]").split(",", -1)) {
            if (option.startsWith(name + "=")) {
                return Double.parseDouble(option.substring(name.length() + 1));
            }
        }
        return 0;
    }

    ByteBuffer section(String key) {
        return range(text(key));
    }

    String sectionText(String key) {
        return textOf(section(key));
    }

    /** Read the windows of a stream: each its length, then its coefficients. */
    List<double[]> windows(String stream) {
        return List.of(text("STREAM_WIN[" + stream + "]").split(",", -1)).stream()
                .map(range -> textOf(range(range)).strip().split("\\s+", -1))
                .map(words -> Arrays.stream(words)
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static String textOf(ByteBuffer section) {
        return StandardCharsets.US_ASCII.decode(section).toString();
    }

    private ByteBuffer range(String range) {
        String[] ends = range.split("-", -1);
        int from = Integer.parseInt(ends[0]);
        int length = Integer.parseInt(ends[1]) - from + 1;
        return ByteBuffer.wrap(bytes, data + from, length).slice();
    }
}
