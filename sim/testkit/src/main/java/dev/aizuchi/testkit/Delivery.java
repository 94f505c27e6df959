package dev.aizuchi.testkit;

import dev.aizuchi.testkit.noise.Circumstance;
import java.util.Optional;

/**
 * Say how a line is spoken.
 *
 * @param voice who speaks, by the name of a voice; "" for the usual one
 * @param rate 1 as people usually speak, 0.8 slower
 * @param noise in what, where it is not as for all lines
 * @param distanceM metres between mouth and microphone
 */
public record Delivery(String voice, double rate, Optional<Circumstance> noise, double distanceM) {
    /** An arm's length away, as people usually speak. */
    public static final Delivery USUAL = new Delivery("", 1, Optional.empty(), 1);

    public Delivery {
        if (!(rate >= 0.5 && rate <= 2)) {
            throw new IllegalArgumentException("people speak from 0.5 to 2 times as fast as usual, not " + rate);
        }
        if (!(distanceM >= 0.1 && distanceM <= 20)) {
            throw new IllegalArgumentException("a voice is heard from 0.1 to 20 m away, not from " + distanceM);
        }
    }
}
