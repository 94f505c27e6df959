package dev.aizuchi.testkit;

import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Lanes;
import dev.aizuchi.event.Percept;
import dev.aizuchi.japanese.Cues;
import dev.aizuchi.testkit.live.Acoustics;
import dev.aizuchi.testkit.live.LiveSpeech;
import dev.aizuchi.testkit.noise.Hearing;
import java.time.Duration;
import java.util.Optional;

/**
 * Hear for an agent as a recogniser does that may be slow, or dead. Stop words are watched for apart from the rest, so
 * that they come at once however slow it is.
 */
final class Ears {
    private static final String ROBOT = "robot";

    private final Agent agent;
    private final Lanes lanes;
    private final Cues cues = Cues.standard();
    private Hearing hearing = Hearing.typed();
    private Duration delay = Duration.ZERO;
    private Optional<LiveSpeech> live = Optional.empty();
    private Duration speaking = Duration.ZERO;
    private boolean dead;

    Ears(Agent agent, Lanes lanes) {
        this.agent = agent;
        this.lanes = lanes;
    }

    void hear(Utterance said) {
        if (dead) {
            return;
        }
        if (delay.isZero() || cues.stop(said.text())) {
            tell(said);
        } else {
            lanes.after(delay, () -> tell(said));
        }
    }

    private void tell(Utterance said) {
        if (live.isPresent()) {
            speaking = live.get().say(said);
            return;
        }
        perceiveSpeaker(said);
        if (cues.stop(said.text())) {
            agent.hear(said.text());
        } else {
            hearing.hear(said.text()).ifPresent(agent::hear);
        }
    }

    private void perceiveSpeaker(Utterance said) {
        if (!said.by().isEmpty() || !said.to().isEmpty()) {
            agent.perceive(new Percept.Speaker(said.by(), said.to().isEmpty() ? ROBOT : said.to()));
        }
    }

    /** Let what is said take its time from now on. */
    void hearsLive(Acoustics acoustics) {
        live = Optional.of(new LiveSpeech(agent, acoustics, this::perceiveSpeaker));
    }

    /** End what hears. */
    void close() {
        live.ifPresent(LiveSpeech::close);
    }

    /** Give after how long what was said last has been said. */
    Duration speaking() {
        return speaking;
    }

    /** Let 20 ms pass for who speaks. */
    void tick() {
        live.ifPresent(LiveSpeech::tick);
    }

    /** Tell whether nobody speaks. */
    boolean isQuiet() {
        return live.map(LiveSpeech::isQuiet).orElse(true);
    }

    void hears(Hearing other) {
        hearing = other;
    }

    void takes(Duration time) {
        delay = time;
    }

    /** Die, as a recogniser does whose thread ended: the runtime is told as by the loop that listens. */
    void die() {
        dead = true;
        agent.fault("hearing", "the recogniser has ended; start it anew");
    }

    void revive() {
        dead = false;
        delay = Duration.ZERO;
    }
}
