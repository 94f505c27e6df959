package dev.aizuchi.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.VoiceDetector;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Detect a voice with the Silero network; for one audio thread.
 *
 * <p>The network judges 512 new samples (32 ms) at a time, a frame has 320: so it runs for five frames of eight, and a
 * frame that does not complete a window has the probability of the last one. A verdict is at most 32 ms late.
 */
public final class SileroVoiceDetector implements VoiceDetector {
    static final String ID = "silero-vad";
    private static final int NEW_SAMPLES = 512;
    /** The end of the window before, which the network sees again. */
    private static final int CONTEXT = 64;

    private static final int STATE = 128;

    private final Model model;
    private final OnnxTensor sampleRate;
    private final float[] window = new float[CONTEXT + NEW_SAMPLES];
    private int filled = CONTEXT;
    private float[][][] state = new float[2][1][STATE];
    private double latest;
    private boolean closed;

    private SileroVoiceDetector(Model model) throws OrtException {
        this.model = model;
        this.sampleRate = OnnxTensor.createTensor(model.environment(), (long) AudioFrame.SAMPLE_RATE);
        // Warms up, and shows now rather than at the first word that the file holds another network.
        judge();
        reset();
    }

    /**
     * Load the network; takes about a quarter of a second.
     *
     * @param file {@code silero_vad.onnx}, version 5 or 6
     * @throws AdapterException when the file is missing, damaged or another network
     */
    public static SileroVoiceDetector open(Path file) {
        Model model = Model.load(file, ID);
        try {
            return new SileroVoiceDetector(model);
        } catch (OrtException | RuntimeException e) {
            model.close();
            throw new AdapterException(
                    "the model file " + file + " is not the Silero voice detector; " + Model.cure(ID), e);
        }
    }

    @Override
    public double probability(AudioFrame frame) {
        if (closed) {
            throw new IllegalStateException("the voice detector is closed");
        }
        for (int i = 0; i < AudioFrame.SAMPLES; i++) {
            window[filled++] = frame.sample(i) / 32_768f;
            if (filled == window.length) {
                latest = judgeOrFail();
                System.arraycopy(window, NEW_SAMPLES, window, 0, CONTEXT);
                filled = CONTEXT;
            }
        }
        return latest;
    }

    private double judgeOrFail() {
        try {
            return judge();
        } catch (OrtException e) {
            throw model.failure(e);
        }
    }

    private double judge() throws OrtException {
        long[] shape = {1, window.length};
        try (OnnxTensor input = OnnxTensor.createTensor(model.environment(), FloatBuffer.wrap(window), shape);
                OnnxTensor memory = OnnxTensor.createTensor(model.environment(), state);
                OrtSession.Result result = model.run(Map.of("input", input, "state", memory, "sr", sampleRate))) {
            state = (float[][][]) result.get(1).getValue();
            return ((float[][]) result.get(0).getValue())[0][0];
        }
    }

    @Override
    public void reset() {
        Arrays.fill(window, 0);
        filled = CONTEXT;
        state = new float[2][1][STATE];
        latest = 0;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            sampleRate.close();
            model.close();
        }
    }
}
