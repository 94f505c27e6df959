package dev.aizuchi.language;

/** Turn a sentence into a vector whose direction is its meaning; callable from any thread. */
public interface TextEncoder extends AutoCloseable {

    /** Give a new unit-length vector of {@link #dimensions} components. */
    float[] encode(String text);

    /** Give the length of the vectors. */
    int dimensions();

    @Override
    void close();
}
