package dev.aizuchi.audio;

import dev.aizuchi.audio.PcmFormat.Encoding;
import dev.aizuchi.speech.AudioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Describe the sound of a WAV file: "Multimedia Programming Interface and Data Specifications 1.0" (Microsoft and IBM,
 * 1991), with WAVE_FORMAT_EXTENSIBLE and the RF64 form of long files.
 *
 * @param dataBytes the bytes of sound that the header promises
 * @param lengthUnknown whether the writer could not know the length, as in a recording that is piped
 */
record WavHeader(PcmFormat format, long dataBytes, boolean lengthUnknown) {
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int MIN_RATE = 1_000;
    private static final int MAX_RATE = 768_000;
    /** Writers to a pipe put a length about here or above: 2 GB, less a header. */
    private static final long PIPED = 0x7FFF_0000L;
    /** Stands for any length in a piped and in an RF64 file. */
    private static final long LARGEST = 0xFFFF_FFFFL;

    /**
     * Hear one of the channels alone.
     *
     * @param channel from 1; 0 averages them all
     */
    WavHeader hearing(String name, int channel) {
        int count = format.channels().count();
        if (channel < 0 || channel > count) {
            throw new AudioException(name + " has no channel " + channel + "; choose one from 1 to " + count
                    + ", or leave channel out for the average");
        }
        return new WavHeader(
                new PcmFormat(format.encoding(), new Channels(count, channel), format.rate()),
                dataBytes,
                lengthUnknown);
    }

    /** Read up to the first sample. */
    static WavHeader read(String name, InputStream in) throws IOException {
        long riffBytes = readRiff(name, in);
        PcmFormat format = null;
        while (true) {
            byte[] head = in.readNBytes(8);
            if (head.length < 8) {
                throw new AudioException(name + (format == null ? " has no format" : " has no sound") + " in its header"
                        + "; it was cut off, so record or copy it again");
            }
            String id = ascii(head, 0);
            long size = littleEndian(head).getInt(4) & 0xFFFF_FFFFL;
            if (id.equals("data")) {
                if (format == null) {
                    throw new AudioException(name + " has its sound before its format; " + convert(name));
                }
                boolean unfinished = size == 0 && riffBytes == 0;
                long dataBytes = unfinished || size == LARGEST ? Long.MAX_VALUE : size;
                return new WavHeader(format, dataBytes, unfinished || size >= PIPED);
            }
            format = id.equals("fmt ") ? readFormat(name, in, size) : format;
            // Chunks begin at even places.
            skip(in, (id.equals("fmt ") ? Math.max(0, size - 40) : size) + size % 2);
        }
    }

    private static long readRiff(String name, InputStream in) throws IOException {
        byte[] head = in.readNBytes(12);
        if (head.length == 0) {
            throw new AudioException(name + " is empty; record it again or give another file");
        }
        String form = head.length < 12 ? "" : ascii(head, 0) + ascii(head, 8);
        if (form.equals("RIFFWAVE") || form.equals("RF64WAVE")) {
            return littleEndian(head).getInt(4) & 0xFFFF_FFFFL;
        }
        throw new AudioException(name + " is not a WAV file: " + kind(head) + "; " + convert(name));
    }

    private static PcmFormat readFormat(String name, InputStream in, long size) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(size, 40));
        if (bytes.length < 16) {
            throw new AudioException(name + " has a format of " + bytes.length
                    + " bytes where 16 are needed; it was cut off, so record or copy it again");
        }
        ByteBuffer format = littleEndian(bytes);
        int tag = format.getShort(0) & 0xFFFF;
        if (tag == EXTENSIBLE && bytes.length >= 26) {
            tag = format.getShort(24) & 0xFFFF;
        }
        int channels = format.getShort(2) & 0xFFFF;
        long rate = format.getInt(4) & 0xFFFF_FFFFL;
        int blockBytes = format.getShort(12) & 0xFFFF;
        int bits = format.getShort(14) & 0xFFFF;
        String codec = codec(tag);
        Encoding encoding = Encoding.of(tag, bits)
                .orElseThrow(() -> new AudioException(
                        name + " holds " + codec + " of " + bits + " bits, which is not read; " + convert(name)));
        if (channels < 1 || channels > Channels.MOST || rate < MIN_RATE || rate > MAX_RATE) {
            throw new AudioException(name + " claims " + channels + " channels at " + rate
                    + " Hz; the header is damaged," + " or the file is no sound. Record it again");
        }
        PcmFormat pcm = new PcmFormat(encoding, new Channels(channels, 0), (int) rate);
        if (blockBytes != pcm.frameBytes()) {
            throw new AudioException(name + " contradicts itself: " + channels + " channels of " + bits + " bits are "
                    + pcm.frameBytes() + " bytes, but it claims " + blockBytes + "; " + convert(name));
        }
        return pcm;
    }

    private static String codec(int tag) {
        return switch (tag) {
            case 1 -> "PCM";
            case 3 -> "floating-point numbers";
            case 2, 0x11 -> "ADPCM";
            case 6 -> "A-law";
            case 7 -> "µ-law";
            case 0x55 -> "MP3";
            default -> String.format("sound of the format 0x%04X", tag);
        };
    }

    private static String kind(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("ID3") || (head.length > 1 && head[0] == (byte) 0xFF && (head[1] & 0xE0) == 0xE0)) {
            return "it is an MP3 file";
        }
        if (start.startsWith("OggS")) {
            return "it is an Ogg file";
        }
        if (start.startsWith("fLaC")) {
            return "it is a FLAC file";
        }
        if (start.startsWith("RIFF") || start.startsWith("RIFX")) {
            return "it is another kind of RIFF file, or cut off";
        }
        if (start.indexOf("ftyp") == 4) {
            return "it is an MP4 or M4A file";
        }
        return "it does not begin with RIFF";
    }

    private static String convert(String name) {
        return "convert it by: ffmpeg -i \"" + name + "\" -ac 1 -ar 16000 -c:a pcm_s16le converted.wav";
    }

    /** Skip what a chunk claims, or to the end of the file when it claims more. */
    private static void skip(InputStream in, long count) throws IOException {
        long left = count;
        while (left > 0) {
            long skipped = in.skip(left);
            if (skipped <= 0 && in.read() < 0) {
                return;
            }
            left -= Math.max(1, skipped);
        }
    }

    private static String ascii(byte[] bytes, int offset) {
        return new String(bytes, offset, 4, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
