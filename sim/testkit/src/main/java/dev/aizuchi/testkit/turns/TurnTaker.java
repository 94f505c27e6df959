package dev.aizuchi.testkit.turns;

import dev.aizuchi.speech.AudioFrame;
import java.time.Duration;
import java.util.List;

/** Take part in a conversation frame by frame: what is measured. */
public interface TurnTaker extends AutoCloseable {

    /** What is done upon a frame. */
    enum Act {
        /** The person's turn is over, and what was said is handed on. */
        ENDS_TURN,
        /** The robot pauses in its sentence to hear whether it is interrupted. */
        PAUSES,
        /** The robot speaks on where it paused. */
        GOES_ON,
        /** The robot gives its sentence up. */
        GIVES_WAY,
        /** The robot says a small はい. */
        NODS
    }

    /**
     * Take the next 20 ms.
     *
     * @param microphone the person, and what comes of the robot's voice
     * @param played what the loudspeaker gives meanwhile
     */
    List<Act> hear(AudioFrame microphone, AudioFrame played);

    /** Learn that the robot begins a sentence; {@code yesNo} where it asks by yes or no. */
    void robotBegins(String sentence, boolean yesNo);

    /** Learn that the robot has said its sentence to the end. */
    void robotEnds();

    /** Tell how long each judgement of a turn's end took. */
    List<Duration> judgements();

    /** Forget the conversation. */
    void reset();

    @Override
    void close();
}
