package dev.aizuchi.whisper;

import dev.aizuchi.speech.AudioFrame;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Find the shipped model and read recordings, from whichever folder the tests run. */
final class Shipped {
    static final Path MODEL = find();
    static final String FILE = "ggml-base-iq4_nl.bin";
    private static final int WAV_HEADER = 44;

    private Shipped() {}

    /** Read a recording of HTS Voice Mei beside this class. */
    static List<AudioFrame> recording(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no recording " + name);
            }
            return frames(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cut a WAV file of 16 kHz, mono, 16 bit into frames. */
    static List<AudioFrame> frames(byte[] wav) {
        short[] samples = new short[(wav.length - WAV_HEADER) / 2];
        ByteBuffer.wrap(wav, WAV_HEADER, samples.length * 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        List<AudioFrame> frames = new ArrayList<>();
        for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
            frames.add(AudioFrame.copyOf(samples, at));
        }
        return frames;
    }

    private static Path find() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path model = at.resolve("models/whisper-base");
            if (Files.isDirectory(model)) {
                return model;
            }
        }
        throw new IllegalStateException("run the tests inside the repository: models/whisper-base is needed");
    }
}
