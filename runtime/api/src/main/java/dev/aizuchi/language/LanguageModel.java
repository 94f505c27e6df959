package dev.aizuchi.language;

/**
 * Let a language model on this device write.
 *
 * <p>What it writes is text that nobody has checked: it never reaches a robot, and a person only through the engine's
 * fence. Callable from any thread. Generations run one after the other, in the order in which they were asked for.
 */
public interface LanguageModel extends AutoCloseable {

    /**
     * Begin to write what follows a prompt; returns at once.
     *
     * <p>Throws nothing: what goes wrong, now or later, is told by {@link Generation#ending}.
     */
    Generation generate(Prompt prompt, Generation.Limits limits);

    /**
     * Read the system text and the turns of a prompt ahead, so that a later prompt that begins alike has its first
     * words sooner; returns at once. A model that keeps nothing of a prompt does nothing.
     */
    default void prepare(Prompt prompt) {}

    /** End what is being written and let the model go. */
    @Override
    void close();
}
