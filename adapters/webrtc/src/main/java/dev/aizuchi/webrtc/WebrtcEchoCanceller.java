package dev.aizuchi.webrtc;

import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.EchoCanceller;
import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig;
import dev.onvoid.webrtc.media.audio.AudioProcessingStreamConfig;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cancel the echo by WebRTC's AEC3, which finds the delay of the path by itself, and steady noise with it.
 *
 * <p>The methods are synchronised since closing during a call would end the process.
 */
public final class WebrtcEchoCanceller implements EchoCanceller {
    /** The library takes 10 ms at a time. */
    private static final int BLOCK_SAMPLES = AudioFrame.SAMPLES / 2;

    private static final int BLOCK_BYTES = BLOCK_SAMPLES * 2;

    private final AudioProcessingStreamConfig format = new AudioProcessingStreamConfig(AudioFrame.SAMPLE_RATE, 1);
    private final AudioProcessingConfig config = new AudioProcessingConfig();
    private final boolean amplify;
    private AudioProcessing processing;
    private boolean closed;

    private WebrtcEchoCanceller(boolean suppressNoise, boolean amplify) {
        this.amplify = amplify;
        config.echoCanceller.enabled = true;
        config.echoCanceller.enforceHighPassFiltering = true;
        config.highPassFilter.enabled = true;
        config.noiseSuppression.enabled = suppressNoise;
        config.noiseSuppression.level = AudioProcessingConfig.NoiseSuppression.Level.MODERATE;
        processing = begin();
    }

    /**
     * Open one.
     *
     * @param suppressNoise whether steady noise is weakened too
     * @param amplify whether who speaks softly is made louder
     * @throws AudioException on a machine for which the library has no natives
     */
    public static WebrtcEchoCanceller open(boolean suppressNoise, boolean amplify) {
        try {
            return new WebrtcEchoCanceller(suppressNoise, amplify);
        } catch (LinkageError | IllegalStateException e) {
            throw new AudioException(
                    "WebRTC's audio processing does not run on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch")
                            + " as it is; sudo apt install libpulse0, or leave hearing.echo out, with barge-in: false",
                    e);
        }
    }

    private AudioProcessing begin() {
        AudioProcessing begun = new AudioProcessing();
        config.gainControl.enabled = amplify;
        config.gainControl.adaptiveDigital.enabled = amplify;
        begun.applyConfig(config);
        return begun;
    }

    @Override
    public synchronized AudioFrame clean(AudioFrame microphone, AudioFrame played) {
        if (closed) {
            return microphone;
        }
        byte[] heard = microphone.toBytes();
        byte[] given = played.toBytes();
        ByteBuffer clean = ByteBuffer.allocate(heard.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < heard.length; at += BLOCK_BYTES) {
            byte[] block = new byte[BLOCK_BYTES];
            processing.processReverseStream(
                    Arrays.copyOfRange(given, at, at + BLOCK_BYTES), format, format, new byte[BLOCK_BYTES]);
            processing.processStream(Arrays.copyOfRange(heard, at, at + BLOCK_BYTES), format, format, block);
            clean.put(block);
        }
        short[] samples = new short[AudioFrame.SAMPLES];
        clean.flip().asShortBuffer().get(samples);
        return AudioFrame.copyOf(samples, 0);
    }

    @Override
    public synchronized void reset() {
        if (!closed) {
            processing.dispose();
            processing = begin();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            processing.dispose();
        }
    }
}
