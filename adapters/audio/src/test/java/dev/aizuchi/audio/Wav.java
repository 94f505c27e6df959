package dev.aizuchi.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Write WAV files of any kind, also wrong ones. */
final class Wav {
    private int tag = 1;
    private int channels = 1;
    private int rate = 16_000;
    private int bits = 16;
    private byte[] data = new byte[0];
    private long claimedData = -1;
    private byte[] before = new byte[0];
    private String form = "RIFF";

    static Wav of(byte[] data) {
        Wav wav = new Wav();
        wav.data = data;
        return wav;
    }

    static Wav pcm16(short... samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return of(bytes.array());
    }

    Wav format(int newTag, int newBits) {
        tag = newTag;
        bits = newBits;
        return this;
    }

    Wav channels(int newChannels) {
        channels = newChannels;
        return this;
    }

    Wav rate(int newRate) {
        rate = newRate;
        return this;
    }

    /** Let the header promise another length. */
    Wav claiming(long bytes) {
        claimedData = bytes;
        return this;
    }

    Wav form(String newForm) {
        form = newForm;
        return this;
    }

    /** Put a chunk of any content before the sound, which claims a length of its own. */
    Wav chunkBefore(String id, byte[] content, long claimed) {
        before = ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(id.getBytes(StandardCharsets.US_ASCII))
                .putInt((int) claimed)
                .put(content)
                .array();
        return this;
    }

    byte[] bytes() {
        ByteBuffer wav = ByteBuffer.allocate(44 + before.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        long claimed = claimedData < 0 ? data.length : claimedData;
        wav.put(ascii(form)).putInt((int) (36 + before.length + claimed)).put(ascii("WAVEfmt "));
        wav.putInt(16).putShort((short) tag).putShort((short) channels).putInt(rate);
        int block = channels * bits / 8;
        wav.putInt(rate * block).putShort((short) block).putShort((short) bits);
        wav.put(before).put(ascii("data")).putInt((int) claimed).put(data);
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
