package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Deliver a WAV file as fast as it is read, in bounded memory whatever its length; for one thread.
 *
 * <p>Takes PCM of 8, 16, 24 and 32 bits and floating point, at any rate, and any number of channels up to 64, which are
 * averaged. A file that ends before its header says is used as far as it goes, with a warning in the log. Put a
 * {@link PacedSource} around it to hear it as from a microphone.
 */
public final class WavSource implements AudioSource {
    private final WavStream wav;
    private final Frames frames;

    private WavSource(WavStream wav) {
        this.wav = wav;
        this.frames = new Frames(Resampler.of(wav, wav.rate(), AudioFrame.SAMPLE_RATE));
    }

    /**
     * Open a file; its channels are averaged.
     *
     * @throws AudioException when it is missing, empty, no WAV file, or compressed; the message says how to convert it
     */
    public static WavSource open(Path file) {
        return open(file, 0);
    }

    /**
     * Open a file and hear one of its channels.
     *
     * @param channel from 1; 0 averages them all
     * @throws AudioException as above, and when there is no such channel
     */
    public static WavSource open(Path file, int channel) {
        return new WavSource(openStream(file, channel));
    }

    /**
     * Take a WAV file from a stream, such as standard input; closing the source closes it.
     *
     * @param name what messages call it
     * @throws AudioException as for a file
     */
    public static WavSource open(String name, InputStream in) {
        return new WavSource(WavStream.open(name, new BufferedInputStream(in), 0));
    }

    static WavStream openStream(Path file, int channel) {
        if (Files.isDirectory(file)) {
            throw new AudioException(file + " is a folder; give a WAV file in it");
        }
        if (Files.notExists(file)) {
            throw new AudioException(file + " does not exist; check the path");
        }
        try {
            return WavStream.open(file.toString(), new BufferedInputStream(Files.newInputStream(file)), channel);
        } catch (IOException e) {
            throw new AudioException(file + " cannot be opened (" + e + "); check that you may read it", e);
        }
    }

    @Override
    public Optional<AudioFrame> read() {
        return frames.next();
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public void close() {
        wav.close();
    }
}
