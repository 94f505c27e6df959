package dev.aizuchi.testkit.turns;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.testkit.turns.Mark.Kind;
import dev.aizuchi.testkit.turns.TurnTaker.Act;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Play marked dialogues to who takes turns, in the time of the sound and as fast as it goes.
 *
 * <p>The person's channel stays as it is. The robot's stops where it pauses or gives way, as in a real conversation,
 * and what comes of it at the microphone is added by a simulated {@linkplain EchoPath path}.
 */
public final class TurnEvaluation {
    private final TurnTaker taker;
    private final ChannelReader reader;
    private final double echoDb;

    /** Read one channel of a WAV file as 16 kHz. */
    @FunctionalInterface
    public interface ChannelReader {
        /** Read a channel, from 1. */
        AudioClip read(Path file, int channel);
    }

    /**
     * Choose what is measured.
     *
     * @param echoDb how loud the robot is heard by its own microphone, such as −20; negative infinity where the
     *     recordings hold the echo already
     */
    public TurnEvaluation(TurnTaker taker, ChannelReader reader, double echoDb) {
        this.taker = taker;
        this.reader = reader;
        this.echoDb = echoDb;
    }

    /**
     * Hold what was done in a dialogue.
     *
     * @param atMs when, from its beginning
     */
    public record Deed(Act act, int atMs) {}

    /** Play dialogues. */
    public TurnReport run(List<MarkedDialogue> dialogues) {
        List<TurnReport.Row> rows = new ArrayList<>();
        for (MarkedDialogue dialogue : dialogues) {
            rows.add(new TurnReport.Row(dialogue, played(dialogue)));
        }
        List<Double> judged =
                taker.judgements().stream().map(took -> took.toNanos() / 1e6).toList();
        return new TurnReport(rows, judged);
    }

    private List<Deed> played(MarkedDialogue dialogue) {
        short[] person = reader.read(dialogue.file(), 1).samples();
        short[] robot = dialogue.hasRobot() ? reader.read(dialogue.file(), 2).samples() : new short[0];
        Robot voice = new Robot(dialogue.marks(), robot);
        EchoPath path = new EchoPath(echoDb, 1);
        List<Deed> deeds = new ArrayList<>();
        taker.reset();
        for (int at = 0; at < person.length; at += AudioFrame.SAMPLES) {
            AudioFrame played = voice.next();
            AudioFrame heard = AudioFrame.copyOf(person, at);
            int ms = at / 16 + AudioFrame.MILLIS;
            for (Act act : taker.hear(dialogue.hasRobot() ? path.mix(heard, played) : heard, played)) {
                voice.does(act);
                deeds.add(new Deed(act, ms));
            }
        }
        return deeds;
    }

    /** The robot's channel, which stands still while the robot pauses. */
    private final class Robot {
        private final List<Mark> sentences;
        private final short[] samples;
        private int at;
        private boolean paused;
        private Optional<Mark> saying = Optional.empty();

        Robot(List<Mark> marks, short[] samples) {
            this.sentences =
                    marks.stream().filter(mark -> mark.kind().isRobot()).toList();
            this.samples = samples;
        }

        AudioFrame next() {
            if (paused) {
                return AudioFrame.silence();
            }
            int ms = at / 16;
            if (saying.isPresent() && !saying.get().holds(ms)) {
                saying = Optional.empty();
                taker.robotEnds();
            }
            if (saying.isEmpty()) {
                saying = sentences.stream()
                        .filter(mark -> mark.fromMs() <= ms && mark.fromMs() > ms - AudioFrame.MILLIS)
                        .findFirst();
                saying.ifPresent(mark -> taker.robotBegins(mark.text(), mark.kind() == Kind.QUESTION));
            }
            AudioFrame frame = AudioFrame.copyOf(samples, Math.min(at, samples.length));
            at += AudioFrame.SAMPLES;
            return saying.isPresent() ? frame : AudioFrame.silence();
        }

        void does(Act act) {
            paused = act == Act.PAUSES || (paused && act != Act.GOES_ON && act != Act.GIVES_WAY);
            if (act == Act.GIVES_WAY && saying.isPresent()) {
                at = saying.get().toMs() * 16;
                saying = Optional.empty();
            }
        }
    }
}
