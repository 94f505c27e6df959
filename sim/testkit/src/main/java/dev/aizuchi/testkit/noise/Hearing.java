package dev.aizuchi.testkit.noise;

import dev.aizuchi.speech.Recognition;
import java.util.Optional;

/** Hear what a person says, rightly or wrongly. */
@FunctionalInterface
public interface Hearing {

    /** Hear a sentence; empty when something was audible, but no words. */
    Optional<Recognition> hear(String sentence);

    /** Hear every word as it is typed. */
    static Hearing typed() {
        return sentence -> Optional.of(Recognition.ofText(sentence));
    }
}
