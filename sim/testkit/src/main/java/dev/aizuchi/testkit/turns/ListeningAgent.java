package dev.aizuchi.testkit.turns;

import dev.aizuchi.core.BargeIn;
import dev.aizuchi.core.Listener;
import dev.aizuchi.core.Nods;
import dev.aizuchi.core.TurnEnd;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.EchoCanceller;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.TurnEndDetector;
import dev.aizuchi.speech.VoiceDetector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Take turns as the runtime does: by its own listener, without the dialogue behind it. */
public final class ListeningAgent implements TurnTaker {
    private final SpeechRecognizer recognizer;
    private final VoiceDetector detector;
    private final TurnEnd turnEnd;
    private final List<Duration> judgements = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final EchoCanceller canceller;
    private final BargeIn bargeIn;
    private Nods nods;
    private SpeechRecognizer.Session session;
    private Listener listener;
    private boolean speaking;

    /** Whether the robot has asked by yes or no, and the person has not yet answered. */
    private boolean asked;

    /**
     * Listen by these; they stay the caller's.
     *
     * @param known what may be said to the robot
     * @param slowness how many times as long as a usual speaker this one is waited for
     * @param turnEnds makes the judge of turns, given what is awaited
     */
    public ListeningAgent(
            SpeechRecognizer recognizer,
            VoiceDetector detector,
            EchoCanceller canceller,
            Collection<String> known,
            double slowness,
            Function<Supplier<TurnEnd.Awaited>, TurnEnd> turnEnds) {
        this.recognizer = recognizer;
        this.detector = detector;
        this.canceller = canceller;
        this.bargeIn = new BargeIn(new Voice(), Set.copyOf(known)::contains);
        this.turnEnd = turnEnds.apply(() -> new TurnEnd.Awaited(asked || speaking, slowness));
        this.nods = nods();
        this.session = recognizer.open(List.of());
        this.listener = listener();
    }

    private Nods nods() {
        return new Nods(turnEnd::goesOn, () -> !speaking, sound -> acts.add(Act.NODS));
    }

    private Listener listener() {
        TurnEndDetector timed = partial -> {
            long begun = System.nanoTime();
            Duration patience = turnEnd.patience(partial);
            judgements.add(Duration.ofNanos(System.nanoTime() - begun));
            return patience;
        };
        return new Listener(session, timed, text -> false, new Ear());
    }

    @Override
    public List<Act> hear(AudioFrame microphone, AudioFrame played) {
        acts.clear();
        AudioFrame clean = canceller.clean(microphone, played);
        listener.accept(clean, detector.probability(clean), false);
        return List.copyOf(acts);
    }

    @Override
    public void robotBegins(String sentence, boolean yesNo) {
        asked = yesNo;
        speaking = true;
    }

    @Override
    public void robotEnds() {
        speaking = false;
    }

    @Override
    public List<Duration> judgements() {
        return List.copyOf(judgements);
    }

    @Override
    public void reset() {
        asked = false;
        speaking = false;
        session.close();
        session = recognizer.open(List.of());
        detector.reset();
        canceller.reset();
        nods = nods();
        listener = listener();
    }

    @Override
    public void close() {
        session.close();
    }

    private final class Voice implements BargeIn.Robot {
        @Override
        public boolean isSpeaking() {
            return speaking;
        }

        @Override
        public boolean isAsking() {
            return speaking && asked;
        }

        @Override
        public void pause() {
            acts.add(Act.PAUSES);
        }

        @Override
        public void goOn() {
            acts.add(Act.GOES_ON);
        }

        @Override
        public void giveWay() {
            speaking = false;
            acts.add(Act.GIVES_WAY);
        }
    }

    private final class Ear implements Listener.Ear {
        @Override
        public boolean isQuick() {
            return bargeIn.isQuick();
        }

        @Override
        public void silent(double levelDb) {
            bargeIn.silent(levelDb);
        }

        @Override
        public void goesOn(boolean sounding) {
            bargeIn.goesOn(sounding);
            nods.goesOn(sounding);
        }

        @Override
        public void speechStarted() {
            bargeIn.begins();
            nods.begins();
        }

        @Override
        public void partial(String text) {
            bargeIn.partial(text);
            nods.partial(text);
        }

        @Override
        public void stopWord(String text) {}

        @Override
        public void nothingHeard() {
            bargeIn.ends("");
        }

        @Override
        public void heard(Recognition recognition, Duration took, boolean stopped) {
            if (bargeIn.ends(recognition.text())) {
                asked = false;
                acts.add(Act.ENDS_TURN);
            }
        }

        @Override
        public void dropped(Duration sound) {}
    }
}
