package dev.aizuchi.testkit.scenario;

import dev.aizuchi.testkit.document.Part;
import dev.aizuchi.testkit.live.Acoustics;
import dev.aizuchi.testkit.live.TypedAcoustics;
import dev.aizuchi.testkit.noise.Background;
import dev.aizuchi.testkit.noise.Circumstance;
import dev.aizuchi.testkit.noise.Hearing;
import dev.aizuchi.testkit.noise.NoisyHearing;
import dev.aizuchi.testkit.noise.RecogniserErrors;
import java.time.Duration;
import java.util.Optional;

/**
 * In what people speak.
 *
 * @param noise what is misheard by; empty where every word is heard
 * @param cut how much of the beginning of each sentence is lost
 */
record Sounds(Optional<Circumstance> noise, Duration cut) {

    /** Read when the first scenario is in noise. */
    private static final class Shipped {
        static final RecogniserErrors ERRORS = RecogniserErrors.shipped();
    }

    static Sounds read(Part root) {
        Part noise = root.at("noise");
        return new Sounds(circumstance(noise), noise.duration("cut").orElse(Duration.ZERO));
    }

    /** Read in what something is said; empty where it does not say. */
    static Optional<Circumstance> circumstance(Part noise) {
        if (noise.isMissing()) {
            return Optional.empty();
        }
        String kind = noise.text("kind", noise.has("snr-db") ? "pink" : "clean");
        try {
            return Optional.of(new Circumstance(Background.named(kind), noise.number("snr-db", 0)));
        } catch (IllegalArgumentException e) {
            noise.wrong(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Let lines take their time in it: aloud where somebody makes sound, else as typed where that is asked for. */
    Optional<Acoustics> acoustics(Cast cast, boolean live, long seed) {
        if (cast.sound().isEmpty() && live) {
            return Optional.of(new TypedAcoustics(hearing(seed).orElse(Hearing.typed()), cast.known()));
        }
        return cast.sound().map(maker -> maker.of(noise, cut, seed));
    }

    /** Hear in it; the seed decides what is misheard. */
    Optional<Hearing> hearing(long seed) {
        return noise.map(in -> new NoisyHearing(Shipped.ERRORS, in, cut, seed));
    }
}
