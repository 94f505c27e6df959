package dev.aizuchi.app;

import dev.aizuchi.core.TwoPass;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.EchoCanceller;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.VoiceDetector;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Open what hears while the agent still learns; what is taken is the taker's to close. */
final class EarsAhead implements AutoCloseable {
    /** Longer than this, a person has begun to say it again. */
    static final Duration SECOND_PASS_WAIT = Duration.ofMillis(1_500);

    private final Plugins plugins;
    private final ConfigFile file;
    private final AgentConfig.Hearing hearing;
    private final Closer opening = new Closer();
    private final Ahead<SpeechRecognizer> recognizer;
    private final Ahead<VoiceDetector> detector;
    private final @Nullable Supplier<SpeechRecognizer> opensSecond;
    private @Nullable LateRecognizer secondPass;

    EarsAhead(Plugins plugins, ConfigFile file, AgentConfig.Hearing hearing) {
        this.plugins = plugins;
        this.file = file;
        this.hearing = hearing;
        recognizer = opening.keep(Ahead.open("recognizer", this::another));
        detector = opening.keep(Ahead.open(
                "detector", () -> plugins.open(file, hearing.detector(), "/hearing/detector", VoiceDetector.class)));
        AgentConfig.Use second = hearing.secondPass();
        // What is misspelt is told at once; the model has time until somebody has ended a sentence.
        opensSecond =
                second == null ? null : plugins.opening(file, second, "/hearing/second-pass", SpeechRecognizer.class);
    }

    /** Open the recogniser that streams once more, for sound that comes another way. */
    SpeechRecognizer another() {
        return plugins.open(file, hearing.recognizer(), "/hearing/recognizer", SpeechRecognizer.class);
    }

    /**
     * Take the recogniser, joined with the second pass where there is one, which is opened later.
     *
     * @param sentences what may be said
     * @param tell is told when the second pass is left out
     */
    SpeechRecognizer recognizer(List<String> sentences, Consumer<String> tell) {
        SpeechRecognizer first = recognizer.take();
        if (opensSecond == null) {
            return first;
        }
        LateRecognizer second = new LateRecognizer(opensSecond, tell);
        secondPass = second;
        return new TwoPass(first, second, sentences, SECOND_PASS_WAIT, tell);
    }

    /** Open the second pass, now that the first hears. */
    void beginSecondPass() {
        if (secondPass != null) {
            secondPass.begin();
        }
    }

    /** Open the microphone, or what stands for it. */
    AudioSource source() {
        return plugins.open(file, hearing.source(), "/hearing/source", AudioSource.class);
    }

    /** Open what takes the robot's own voice out of the sound, where something has to. */
    @Nullable
    EchoCanceller canceller() {
        AgentConfig.Use use = hearing.echo();
        return use == null ? null : plugins.open(file, use, "/hearing/echo", EchoCanceller.class);
    }

    /** Tell whether the recogniser is limited to what may be said. */
    boolean phrasesOnly() {
        return hearing.phrasesOnly();
    }

    /** Open all that hears, and close it again; what that throws is thrown here. */
    void check() {
        try (Closer tried = new Closer()) {
            tried.keep(source());
            EchoCanceller canceller = canceller();
            if (canceller != null) {
                tried.keep(canceller);
            }
            tried.keep(recognizer.take());
            tried.keep(detector.take());
            if (opensSecond != null) {
                tried.keep(opensSecond.get());
            }
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
