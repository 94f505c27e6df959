package dev.aizuchi.language;

import java.util.List;

/** Turn a sentence into a vector whose direction is its meaning; callable from any thread. */
public interface TextEncoder extends AutoCloseable {

    /** Give a new unit-length vector of {@link #dimensions} components. */
    float[] encode(String text);

    /**
     * Encode many texts at once, in their order; an encoder that gains by batches overrides this.
     *
     * @return one new vector a text, as {@link #encode} gives it but for rounding
     */
    default List<float[]> encodeAll(List<String> texts) {
        return texts.stream().map(this::encode).toList();
    }

    /** Give the length of the vectors. */
    int dimensions();

    @Override
    void close();
}
