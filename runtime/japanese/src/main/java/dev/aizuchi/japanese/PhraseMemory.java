package dev.aizuchi.japanese;

import java.util.function.Supplier;

/**
 * Remember from one start to the next how example phrases are said, so that they need not all be read again before the
 * first word is understood. Called from several threads at once.
 */
@FunctionalInterface
public interface PhraseMemory {
    /** Remember nothing. */
    PhraseMemory NONE = (written, reading) -> reading.get();

    /** Give what is known of a phrase, or else read it. */
    Spoken of(String written, Supplier<Spoken> reading);

    /**
     * How a phrase is said.
     *
     * @param text in the standard language
     * @param reading in hiragana
     */
    record Spoken(String text, String reading) {}
}
