package dev.aizuchi.testkit.live;

import dev.aizuchi.core.KnownSentences;
import dev.aizuchi.japanese.Cues;
import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.testkit.Utterance;
import dev.aizuchi.testkit.noise.HeardSentence;
import dev.aizuchi.testkit.noise.Hearing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Have typed lines take the time that saying them would, and be recognised word by word, a little behind the voice. A
 * line with a stop word is heard as it is typed; all others as the hearing makes of them.
 */
public final class TypedAcoustics implements Acoustics, SpeechRecognizer, SpeechRecognizer.Session {
    /** A recogniser needs what follows a word to be sure of it. */
    private static final int BEHIND_MILLIS = 200;
    /** After so much silence any line is over, whatever its last word. */
    private static final int LONGEST_PAUSE_FRAMES = 5_000 / AudioFrame.MILLIS;

    private static final AudioFrame SILENCE = AudioFrame.silence();

    private final Hearing hearing;
    private final KnownSentences known;
    private final SpeakingTime time = new SpeakingTime();
    private final Morphology morphology = new Morphology();
    private final Cues cues = Cues.standard();

    private Optional<Recognition> recognition = Optional.empty();
    private List<Word> words = List.of();
    private String told = "";
    private int voicedFrames;
    private int frame;
    private boolean sounding;

    /** What is known of a line, from some time on. */
    private record Word(String soFar, long fromMillis) {}

    /**
     * Hear lines in this way.
     *
     * @param known what ears have learnt
     */
    public TypedAcoustics(Hearing hearing, KnownSentences known) {
        this.hearing = hearing;
        this.known = known;
    }

    @Override
    public SpeechRecognizer recognizer() {
        return this;
    }

    @Override
    public Session open(List<String> phrases) {
        return this;
    }

    @Override
    public KnownSentences known() {
        return known;
    }

    /** The words come as they are: who watches for a stop among them would find no other. */
    @Override
    public boolean isSpotted() {
        return false;
    }

    @Override
    public List<HeardSentence> heard() {
        return List.of();
    }

    @Override
    public Duration begin(Utterance line) {
        recognition = cues.stop(line.text()) ? Optional.of(Recognition.ofText(line.text())) : hearing.hear(line.text());
        Duration lasting = lasting(line.text(), line);
        words = recognition.map(heard -> words(heard.text(), line)).orElse(List.of());
        voicedFrames = (int) (lasting.toMillis() / AudioFrame.MILLIS);
        told = "";
        frame = 0;
        sounding = true;
        return lasting;
    }

    private Duration lasting(String text, Utterance line) {
        return Duration.ofMillis(
                Math.round(time.of(text).toMillis() / line.delivery().rate()));
    }

    private List<Word> words(String text, Utterance line) {
        List<Word> known = new ArrayList<>();
        for (Morpheme word : morphology.analyze(text)) {
            String soFar = text.substring(0, word.end());
            known.add(new Word(soFar, lasting(soFar, line).toMillis() + BEHIND_MILLIS));
        }
        return known;
    }

    @Override
    public boolean sounds() {
        return sounding;
    }

    @Override
    public Sounding next() {
        frame++;
        sounding &= frame < voicedFrames + LONGEST_PAUSE_FRAMES;
        return new Sounding(SILENCE, frame <= voicedFrames ? 1 : 0);
    }

    @Override
    public Optional<String> accept(AudioFrame heard) {
        long millis = (long) frame * AudioFrame.MILLIS;
        String before = told;
        words.stream().filter(word -> word.fromMillis <= millis).forEach(word -> told = word.soFar);
        return told.equals(before) ? Optional.empty() : Optional.of(told);
    }

    @Override
    public Optional<Recognition> finish() {
        sounding = false;
        return recognition;
    }

    @Override
    public void close() {}
}
