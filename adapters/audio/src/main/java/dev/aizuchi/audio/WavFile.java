package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import java.io.IOException;
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

    private static final int HEADER_BYTES = 44;

    private WavFile() {}

    /**
     * Read a file as 16 kHz mono.
     *
     * @throws AudioException when it cannot be read, or is longer than {@link #LONGEST}
     */
    public static AudioClip read(Path file) {
        int limit = (int) LONGEST.toSeconds() * AudioFrame.SAMPLE_RATE;
        try (WavStream wav = WavSource.openStream(file)) {
            short[] samples = Frames.readAll(Resampler.of(wav, wav.rate(), AudioFrame.SAMPLE_RATE), limit + 1);
            if (samples.length > limit) {
                throw new AudioException(file + " is longer than " + LONGEST.toMinutes()
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
        short[] samples = clip.samples();
        int dataBytes = samples.length * 2;
        ByteBuffer wav = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(clip.sampleRate())
                .putInt(clip.sampleRate() * 2)
                .putShort((short) 2)
                .putShort((short) 16);
        wav.put(ascii("data")).putInt(dataBytes);
        wav.asShortBuffer().put(samples);
        try {
            Files.write(file, wav.array());
        } catch (IOException e) {
            throw new AudioException(
                    file + " cannot be written (" + e + "); check the folder and the space on the disk", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
