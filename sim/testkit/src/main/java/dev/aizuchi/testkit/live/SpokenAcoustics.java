package dev.aizuchi.testkit.live;

import dev.aizuchi.core.KnownSentences;
import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.VoiceDetector;
import dev.aizuchi.testkit.Delivery;
import dev.aizuchi.testkit.Utterance;
import dev.aizuchi.testkit.noise.Circumstance;
import dev.aizuchi.testkit.noise.HeardSentence;
import dev.aizuchi.testkit.noise.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Have lines sound: spoken by a voice, in a room, in noise, and heard by a recogniser; nothing is played and nothing
 * waits. The noise is there a little before and after each line.
 */
public final class SpokenAcoustics implements Acoustics {
    /** What the microphone hears of a line before and after it. */
    private static final int BEFORE = AudioFrame.SAMPLE_RATE * 3 / 10;

    private static final int AFTER = AudioFrame.SAMPLE_RATE * 8 / 10;
    /** After so much silence any line is over, whatever its last word. */
    private static final int LONGEST_PAUSE_FRAMES = 5_000 / AudioFrame.MILLIS;
    /** Metres at which as much of a voice comes from the walls as from the mouth, in a usual room. */
    private static final double CRITICAL_M = 1;

    private final Equipment equipment;
    private final HearingLog recognizer;
    private final double reverberationSeconds;
    private final Circumstance usual;
    private final Duration cut;
    private final Random chance;
    private final List<HeardSentence> heard = new ArrayList<>();

    private Optional<Spoken> line = Optional.empty();
    private short[] sound = {};
    private int frame;

    /** What is being said, and in what. */
    private record Spoken(String text, Circumstance in) {}

    /**
     * What one run after the other is spoken and heard with; it stays the caller's to close.
     *
     * @param talk what others say in the background, at 16 kHz
     * @param known what ears have learnt
     */
    public record Equipment(
            Voices voices,
            SpeechRecognizer recognizer,
            VoiceDetector detector,
            List<short[]> talk,
            KnownSentences known) {
        public Equipment {
            talk = List.copyOf(talk);
        }

        /** Have the voices say what people say in the background. */
        public static Equipment of(Voices voices, SpeechRecognizer recognizer, VoiceDetector detector) {
            List<short[]> talk = DataFile.read(Circumstance.class, "talk.txt").lines("talk").stream()
                    .map(each -> voices.speak(each, "", 1).samples())
                    .toList();
            return new Equipment(voices, recognizer, detector, talk, new KnownSentences());
        }
    }

    /**
     * Speak in a room.
     *
     * @param reverberationSeconds after which the echo is 60 dB softer, from 0 to 2
     * @param noise in what, where a line does not say otherwise
     * @param cut how much of the beginning of each line is lost
     */
    public SpokenAcoustics(
            Equipment equipment, double reverberationSeconds, Optional<Circumstance> noise, Duration cut, long seed) {
        this.equipment = equipment;
        this.recognizer = new HearingLog(equipment.recognizer);
        this.reverberationSeconds = reverberationSeconds;
        this.usual = noise.orElse(Circumstance.QUIET);
        this.cut = cut;
        chance = new Random(seed);
        equipment.detector.reset();
    }

    @Override
    public SpeechRecognizer recognizer() {
        return recognizer;
    }

    @Override
    public KnownSentences known() {
        return equipment.known;
    }

    @Override
    public boolean isSpotted() {
        return true;
    }

    @Override
    public Duration begin(Utterance next) {
        noteHeard();
        Delivery how = next.delivery();
        short[] said =
                equipment.voices.speak(next.text(), how.voice(), how.rate()).samples();
        int lost = Math.min(said.length, (int) (cut.toMillis() * AudioFrame.SAMPLE_RATE / 1_000));
        short[] padded = new short[BEFORE + said.length + AFTER];
        System.arraycopy(said, lost, padded, BEFORE + lost, said.length - lost);
        Circumstance in = how.noise().orElse(usual);
        sound = mixed(padded, in, how.distanceM());
        line = Optional.of(new Spoken(next.text(), in));
        frame = 0;
        return Duration.ofMillis((BEFORE + said.length) * 1_000L / AudioFrame.SAMPLE_RATE);
    }

    /**
     * Of a voice, the direct sound falls with the distance, and what comes from the walls does not. How far it stands
     * out from the noise is told for an arm's length.
     */
    private short[] mixed(short[] said, Circumstance in, double distance) {
        double direct = 1 / (distance * distance);
        double walls = reverberationSeconds == 0 ? 0 : 1 / (CRITICAL_M * CRITICAL_M);
        double gain = Math.sqrt((direct + walls) / (1 + walls));
        Room room = new Room(reverberationSeconds, direct / (direct + walls));
        short[] echoed =
                room.echo(new AudioClip(said, AudioFrame.SAMPLE_RATE), chance).samples();
        for (int i = 0; i < echoed.length; i++) {
            double sample = Math.rint(echoed[i] * gain);
            echoed[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
        }
        Circumstance there = new Circumstance(in.background(), in.snrDb() + 20 * Math.log10(gain));
        return there.mix(new AudioClip(echoed, AudioFrame.SAMPLE_RATE), equipment.talk, chance)
                .samples();
    }

    @Override
    public boolean sounds() {
        int over = frame - sound.length / AudioFrame.SAMPLES;
        return line.isPresent() && (over < 0 || (recognizer.isListening() && over < LONGEST_PAUSE_FRAMES));
    }

    @Override
    public Sounding next() {
        AudioFrame now = AudioFrame.copyOf(sound, Math.min(sound.length, frame * AudioFrame.SAMPLES));
        frame++;
        return new Sounding(now, equipment.detector.probability(now));
    }

    @Override
    public List<HeardSentence> heard() {
        noteHeard();
        return List.copyOf(heard);
    }

    /** A line in whose middle somebody pauses may be heard as several. */
    private void noteHeard() {
        List<Recognition> parts = recognizer.take();
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        double confidence =
                parts.stream().mapToDouble(Recognition::confidence).min().orElse(0);
        line.ifPresent(said -> heard.add(new HeardSentence(said.in, said.text, text.toString(), confidence)));
        line = Optional.empty();
    }
}
