package dev.aizuchi.speech;

import java.time.Duration;

/** Judge how long a pause ends a person's turn. */
@FunctionalInterface
public interface TurnEndDetector {

    /** Give the silence after which a speaker who has said this much is done; called each time the text changes. */
    Duration patience(String partial);
}
