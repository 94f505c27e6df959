package dev.aizuchi.testkit.live;

import dev.aizuchi.core.Agent;
import dev.aizuchi.core.SteppedEars;
import dev.aizuchi.testkit.Utterance;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Have people speak to an agent in simulated time, one after the other: each tick is 20 ms of sound for the runtime's
 * own ears, by which a voice begins, words are guessed, a stop word acts, the robot gives way, and a pause ends a turn.
 */
public final class LiveSpeech implements AutoCloseable {
    private final Acoustics acoustics;
    private final SteppedEars ears;
    private final Consumer<Utterance> begins;
    private final Queue<Utterance> waiting = new ArrayDeque<>();

    /**
     * Speak to an agent.
     *
     * @param begins is told of each line as it begins
     */
    public LiveSpeech(Agent agent, Acoustics acoustics, Consumer<Utterance> begins) {
        this.acoustics = acoustics;
        this.ears = agent.ears(acoustics.recognizer(), acoustics.isSpotted(), acoustics.known());
        this.begins = begins;
    }

    /**
     * Say a line, at once or after those who speak already; give after how long it has been said, where it is at once.
     */
    public Duration say(Utterance line) {
        waiting.add(line);
        return acoustics.sounds() ? Duration.ZERO : begin();
    }

    private Duration begin() {
        Utterance line = waiting.remove();
        begins.accept(line);
        return acoustics.begin(line);
    }

    /** Let 20 ms pass. */
    public void tick() {
        if (!acoustics.sounds() && !waiting.isEmpty()) {
            begin();
        }
        if (acoustics.sounds()) {
            Acoustics.Sounding sounding = acoustics.next();
            ears.accept(sounding.frame(), sounding.voice());
        }
    }

    /** Tell whether nobody speaks, nor is about to. */
    public boolean isQuiet() {
        return waiting.isEmpty() && !acoustics.sounds();
    }

    @Override
    public void close() {
        ears.close();
    }
}
