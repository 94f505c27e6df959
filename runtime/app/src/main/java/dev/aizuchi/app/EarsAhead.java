package dev.aizuchi.app;

import dev.aizuchi.core.TwoPass;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.VoiceDetector;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Open what hears while the agent still learns; what is taken is the taker's to close. */
final class EarsAhead implements AutoCloseable {
    /** Longer than this, a person has begun to say it again. */
    static final Duration SECOND_PASS_WAIT = Duration.ofMillis(1_500);

    private final Closer opening = new Closer();
    private final Ahead<SpeechRecognizer> recognizer;
    private final Ahead<VoiceDetector> detector;
    private final @Nullable Ahead<SpeechRecognizer> secondPass;

    EarsAhead(Plugins plugins, ConfigFile file, AgentConfig.Hearing hearing) {
        recognizer = opening.keep(Ahead.open("recognizer", () -> first(plugins, file, hearing)));
        detector = opening.keep(Ahead.open(
                "detector", () -> plugins.open(file, hearing.detector(), "/hearing/detector", VoiceDetector.class)));
        AgentConfig.Use second = hearing.secondPass();
        secondPass = second == null
                ? null
                : opening.keep(Ahead.open(
                        "second pass",
                        () -> plugins.open(file, second, "/hearing/second-pass", SpeechRecognizer.class)));
    }

    /** Open the recogniser that streams. */
    static SpeechRecognizer first(Plugins plugins, ConfigFile file, AgentConfig.Hearing hearing) {
        return plugins.open(file, hearing.recognizer(), "/hearing/recognizer", SpeechRecognizer.class);
    }

    /**
     * Take the recogniser, joined with the second pass where there is one.
     *
     * @param sentences what may be said
     * @param tell is told when the second pass is left out
     */
    SpeechRecognizer recognizer(List<String> sentences, Consumer<String> tell) {
        SpeechRecognizer first = recognizer.take();
        if (secondPass == null) {
            return first;
        }
        try {
            return new TwoPass(first, secondPass.take(), sentences, SECOND_PASS_WAIT, tell);
        } catch (RuntimeException e) {
            first.close();
            throw e;
        }
    }

    /** Take the voice detector. */
    VoiceDetector detector() {
        return detector.take();
    }

    @Override
    public void close() {
        opening.close();
    }
}
