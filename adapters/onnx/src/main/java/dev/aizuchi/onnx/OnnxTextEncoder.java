package dev.aizuchi.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.plugin.AdapterException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Encode Japanese sentences with a network of the E5 family; callable from any thread, also at once.
 *
 * <p>Texts of any content and length are taken: what is beyond 128 pieces (about 200 characters) is left out, and empty
 * text has a vector too. Cosines of such networks lie between 0.75 and 1, so compare them with one another and never
 * with a fixed bound.
 */
public final class OnnxTextEncoder implements TextEncoder {
    static final String ID = "encoder-ja";
    /** Put before each text, as in the network's training. */
    private static final String PREFIX = "query: ";

    private final UnigramTokenizer tokenizer;
    private final Model model;
    private final int dimensions;
    /** Many may encode, but the network must not be freed beneath one of them. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    private OnnxTextEncoder(UnigramTokenizer tokenizer, Model model) throws OrtException {
        this.tokenizer = tokenizer;
        this.model = model;
        // Warms up: the first run takes several times as long. The highest id shows a vocabulary of another network.
        run(new long[] {0, tokenizer.size() - 1L, 2});
        this.dimensions = run(tokenizer.encode(PREFIX + "はい")).length;
    }

    /**
     * Load the encoder and warm it up; takes about a second.
     *
     * @param directory holds {@code encoder.onnx}, {@code vocab.tsv} and {@code norm.tsv}
     * @throws AdapterException when a file is missing or damaged
     */
    public static OnnxTextEncoder open(Path directory) {
        Model model = Model.load(directory.resolve("encoder.onnx"), ID);
        try {
            UnigramTokenizer tokenizer =
                    UnigramTokenizer.load(directory.resolve("vocab.tsv"), directory.resolve("norm.tsv"));
            return new OnnxTextEncoder(tokenizer, model);
        } catch (AdapterException e) {
            model.close();
            throw e;
        } catch (OrtException | RuntimeException e) {
            // Also an array of another shape, when encoder.onnx is a network of another kind.
            model.close();
            throw new AdapterException("the files in " + directory + " do not belong together; " + Model.cure(ID), e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when the encoder is closed
     */
    @Override
    public float[] encode(String text) {
        long[] pieces = tokenizer.encode(PREFIX + text.strip());
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the encoder is closed");
            }
            return run(pieces);
        } catch (OrtException e) {
            throw model.failure(e);
        } finally {
            use.readLock().unlock();
        }
    }

    private float[] run(long[] pieces) throws OrtException {
        long[] mask = new long[pieces.length];
        Arrays.fill(mask, 1);
        long[] shape = {1, pieces.length};
        try (OnnxTensor ids = OnnxTensor.createTensor(model.environment(), LongBuffer.wrap(pieces), shape);
                OnnxTensor attention = OnnxTensor.createTensor(model.environment(), LongBuffer.wrap(mask), shape);
                OrtSession.Result result = model.run(Map.of("input_ids", ids, "attention_mask", attention))) {
            // The network itself takes the mean over the pieces and scales it to unit length.
            return ((float[][]) result.get(0).getValue())[0];
        }
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                model.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
