package dev.aizuchi.language;

import java.util.List;

/** Find what documents say about a question; callable from any thread. */
public interface Retriever extends AutoCloseable {

    /** Give the passages that may answer, best first, at most so many; empty when none has to do with it. */
    List<Passage> find(String question, int most);

    @Override
    void close();
}
