package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Read and write short WAV files whole; a {@link WavSource} streams long ones. */
public final class WavFile {
    /** The longest file that is read whole: 10 minutes are 19 MB of samples. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    static final int HEADER_BYTES = 44;

    private WavFile() {}

    /**
     * Read a file as 16 kHz mono.
     *
     * @throws AudioException when it cannot be read, or is longer than {@link #LONGEST}
     */
    public static AudioClip read(Path file) {
        return read(file, 0);
    }

    /**
     * Read one channel of a file as 16 kHz.
     *
     * @param channel from 1; 0 averages them all
     * @throws AudioException as above, and when there is no such channel
     */
    public static AudioClip read(Path file, int channel) {
        return read(file.toString(), WavSource.openStream(file, channel));
    }

    /**
     * Read a WAV file from a stream, such as a resource, as 16 kHz mono; closes the stream.
     *
     * @param name what messages call it
     * @throws AudioException as for a file
     */
    public static AudioClip read(String name, InputStream in) {
        return read(name, WavStream.open(name, new BufferedInputStream(in), 0));
    }

    private static AudioClip read(String name, WavStream stream) {
        int limit = (int) LONGEST.toSeconds() * AudioFrame.SAMPLE_RATE;
        try (WavStream wav = stream) {
            short[] samples = Frames.readAll(Resampler.of(wav, wav.rate(), AudioFrame.SAMPLE_RATE), limit + 1);
            if (samples.length > limit) {
                throw new AudioException(name + " is longer than " + LONGEST.toMinutes()
                        + " minutes; cut it, or have it streamed as a wav source");
            }
            return new AudioClip(samples, AudioFrame.SAMPLE_RATE);
        }
    }

    /**
     * Write a clip as 16-bit mono at its own rate; replaces the file.
     *
     * @throws AudioException when it cannot be written
     */
    public static void write(Path file, AudioClip clip) {
        write(file, bytes(clip));
    }

    /**
     * Write two channels of one length as 16 bit; replaces the file.
     *
     * @throws AudioException when it cannot be written
     */
    public static void writeStereo(Path file, int rate, short[] left, short[] right) {
        ByteBuffer wav = ByteBuffer.allocate(HEADER_BYTES + left.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(header(rate, 2, left.length * 4));
        for (int i = 0; i < left.length; i++) {
            wav.putShort(left[i]).putShort(right[i]);
        }
        write(file, wav.array());
    }

    private static void write(Path file, byte[] wav) {
        try {
            Files.write(file, wav);
        } catch (IOException e) {
            throw new AudioException(
                    file + " cannot be written (" + e + "); check the folder and the space on the disk", e);
        }
    }

    /** Give a clip as the bytes of a WAV file, 16-bit mono at its own rate. */
    public static byte[] bytes(AudioClip clip) {
        short[] samples = clip.samples();
        ByteBuffer wav = ByteBuffer.allocate(HEADER_BYTES + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(header(clip.sampleRate(), samples.length * 2));
        wav.asShortBuffer().put(samples);
        return wav.array();
    }

    /** Give what stands before the samples: 16 bit, mono. */
    static ByteBuffer header(int rate, int dataBytes) {
        return header(rate, 1, dataBytes);
    }

    private static ByteBuffer header(int rate, int channels, int dataBytes) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) channels);
        header.putInt(rate)
                .putInt(rate * 2 * channels)
                .putShort((short) (2 * channels))
                .putShort((short) 16);
        return header.put(ascii("data")).putInt(dataBytes).flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
