package dev.aizuchi.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.plugin.AdapterException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

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
    /** Texts in one run of the network; more gain nothing on a processor and only cost memory. */
    private static final int BATCH = 32;

    private static final int PADDING = 1;

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
        this.dimensions = run(pieces("はい")).length;
    }

    /**
     * Load the encoder and warm it up; takes about half a second.
     *
     * @param directory holds {@code encoder.onnx}, {@code vocab.tsv} and {@code norm.tsv}
     * @throws AdapterException when a file is missing or damaged
     */
    public static OnnxTextEncoder open(Path directory) {
        return open(directory, Accelerator.CPU);
    }

    /**
     * Load the encoder for an accelerator and warm it up; the processor computes when the accelerator does not open.
     *
     * @param directory holds {@code encoder.onnx}, {@code vocab.tsv} and {@code norm.tsv}
     * @throws AdapterException when a file is missing or damaged
     */
    public static OnnxTextEncoder open(Path directory, Accelerator accelerator) {
        // The tables are read while the network is: each takes a third of the time.
        CompletableFuture<UnigramTokenizer> tables = CompletableFuture.supplyAsync(
                () -> UnigramTokenizer.load(directory.resolve("vocab.tsv"), directory.resolve("norm.tsv")));
        Model model = Model.load(directory.resolve("encoder.onnx"), ID, accelerator);
        try {
            return new OnnxTextEncoder(tables.join(), model);
        } catch (CompletionException e) {
            model.close();
            throw e.getCause() instanceof AdapterException missing ? missing : e;
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
        return runOpen(new long[][] {pieces(text)})[0];
    }

    /**
     * {@inheritDoc} Batches are computed on all cores at once: many texts are learnt, and while it learns nobody talks
     * to the robot.
     *
     * @throws IllegalStateException when the encoder is closed
     */
    @Override
    public List<float[]> encodeAll(List<String> texts) {
        long[][] pieces = texts.parallelStream().map(this::pieces).toArray(long[][]::new);
        // Texts of like length together, so that little is computed for padding.
        int[] order = IntStream.range(0, pieces.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> pieces[i].length))
                .mapToInt(Integer::intValue)
                .toArray();
        float[][] vectors = new float[pieces.length][];
        IntStream.range(0, (order.length + BATCH - 1) / BATCH).parallel().forEach(number -> {
            int[] batch = Arrays.copyOfRange(order, number * BATCH, Math.min((number + 1) * BATCH, order.length));
            float[][] found =
                    runOpen(Arrays.stream(batch).mapToObj(i -> pieces[i]).toArray(long[][]::new));
            for (int i = 0; i < batch.length; i++) {
                vectors[batch[i]] = found[i];
            }
        });
        return List.of(vectors);
    }

    /** Tell what computes, and why that. */
    public Placement placement() {
        return model.placement();
    }

    private long[] pieces(String text) {
        return tokenizer.encode(PREFIX + text.strip());
    }

    private float[][] runOpen(long[][] batch) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the encoder is closed");
            }
            return run(batch);
        } catch (OrtException e) {
            throw model.failure(e);
        } finally {
            use.readLock().unlock();
        }
    }

    private float[] run(long[] pieces) throws OrtException {
        return run(new long[][] {pieces})[0];
    }

    private float[][] run(long[]... batch) throws OrtException {
        int longest =
                Arrays.stream(batch).mapToInt(pieces -> pieces.length).max().orElse(0);
        long[] ids = new long[batch.length * longest];
        long[] mask = new long[ids.length];
        Arrays.fill(ids, PADDING);
        for (int i = 0; i < batch.length; i++) {
            System.arraycopy(batch[i], 0, ids, i * longest, batch[i].length);
            Arrays.fill(mask, i * longest, i * longest + batch[i].length, 1);
        }
        long[] shape = {batch.length, longest};
        try (OnnxTensor input = OnnxTensor.createTensor(model.environment(), LongBuffer.wrap(ids), shape);
                OnnxTensor attention = OnnxTensor.createTensor(model.environment(), LongBuffer.wrap(mask), shape);
                OrtSession.Result result = model.run(Map.of("input_ids", input, "attention_mask", attention))) {
            // The network itself takes the mean over the pieces and scales it to unit length.
            return (float[][]) result.get(0).getValue();
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
