package dev.aizuchi.voice;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Read mono WAV sound, 16 bit PCM or 8 bit µ-law, as voices and recordings give it. */
final class Wav {
    private static final int PCM = 1;
    private static final int MU_LAW = 7;
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    private Wav() {}

    /**
     * Parse a whole file.
     *
     * @param name what to call it in an error
     * @throws AudioException when it is not such a WAV
     */
    static AudioClip parse(byte[] file, String name) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return parse(in, name);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new AudioException(name + " is cut off or broken: not a whole WAV", e);
        }
    }

    private static AudioClip parse(ByteBuffer in, String name) {
        if (in.remaining() < RIFF_HEADER || !tag(in).equals("RIFF")) {
            throw new AudioException(name + " is not a WAV");
        }
        in.position(RIFF_HEADER);
        ByteBuffer format = chunk(in, "fmt ");
        int encoding = format.getShort();
        int channels = format.getShort();
        int rate = format.getInt();
        int bits = format.position(14).getShort();
        boolean muLaw = encoding == MU_LAW && bits == 8;
        if (channels != 1 || !(muLaw || (encoding == PCM && bits == 16))) {
            throw new AudioException(name + " has " + channels + " channels of " + bits
                    + " bits; a voice must be mono, 16 bit PCM or 8 bit µ-law");
        }
        ByteBuffer data = chunk(in, "data");
        return new AudioClip(muLaw ? muLaw(data) : pcm(data), rate);
    }

    /** Skip to a chunk and past it. */
    private static ByteBuffer chunk(ByteBuffer in, String wanted) {
        while (true) {
            String tag = tag(in);
            int size = in.getInt();
            if (size < 0) {
                throw new IllegalArgumentException("a chunk of negative size would lead back");
            }
            if (tag.equals(wanted)) {
                ByteBuffer chunk = in.slice(in.position(), size).order(ByteOrder.LITTLE_ENDIAN);
                in.position(in.position() + size);
                return chunk;
            }
            in.position(in.position() + size + size % 2);
        }
    }

    private static String tag(ByteBuffer in) {
        byte[] tag = new byte[CHUNK_HEADER / 2];
        in.get(tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }

    private static short[] pcm(ByteBuffer data) {
        short[] samples = new short[data.remaining() / 2];
        data.asShortBuffer().get(samples);
        return samples;
    }

    /** Expand by ITU-T G.711. */
    private static short[] muLaw(ByteBuffer data) {
        short[] samples = new short[data.remaining()];
        for (int i = 0; i < samples.length; i++) {
            int code = ~data.get() & 0xff;
            int magnitude = (((code & 0x0f) << 3) + 0x84) << ((code & 0x70) >> 4);
            samples[i] = (short) ((code & 0x80) == 0 ? magnitude - 0x84 : 0x84 - magnitude);
        }
        return samples;
    }
}
