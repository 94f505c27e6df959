package dev.aizuchi.app;

import dev.aizuchi.audio.EnergyVoiceDetector;
import dev.aizuchi.core.Agent;
import dev.aizuchi.core.KnownSentences;
import dev.aizuchi.core.Site;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.onnx.SileroVoiceDetector;
import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.VoiceDetector;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Count missed and false beginnings of speech, through the agent's own ears; prints the tables of BENCHMARKS.md. */
class DetectionBenchmark {
    private static final int GAP_FRAMES = 150;
    private static final int[] SNR_DB = {20, 10, 5, 0};

    private final Map<String, Supplier<VoiceDetector>> detectors = new LinkedHashMap<>();

    DetectionBenchmark() {
        detectors.put(
                "silero",
                () -> SileroVoiceDetector.open(
                        Home.here().models().path("silero-vad").resolve("silero_vad.onnx")));
        detectors.put("energy", EnergyVoiceDetector::new);
    }

    @Test
    void speech_in_noise() {
        Noises noises = new Noises(7);
        Talk talk = Talk.of(noises.recordings(), GAP_FRAMES);
        print("| noise | SNR | detector | whole | late | missed | false starts a minute | run on |");
        Map<String, float[]> kinds = new LinkedHashMap<>();
        kinds.put("pink", noises.pink(talk.samples.length));
        kinds.put("hum and fan", noises.humAndFan(talk.samples.length));
        kinds.put("six voices", noises.babble(talk.samples.length));
        kinds.forEach((kind, noise) -> {
            for (int snr : SNR_DB) {
                detectors.forEach((name, detector) -> {
                    Score score = talk.score(heard(detector, talk.with(noise, snr)));
                    print(
                            "| %s | %d dB | %s | %d | %d | %d | %.1f | %d |",
                            kind,
                            snr,
                            name,
                            score.whole(),
                            score.late(),
                            score.missed(),
                            score.falsePerMinute(),
                            score.runOn());
                });
            }
        });
    }

    @Test
    void sounds_that_are_no_speech() {
        print("| sound | detector | false starts a minute |");
        new Noises(11)
                .minutes()
                .forEach((kind, sound) -> detectors.forEach((name, detector) -> print(
                        "| %s | %s | %d |", kind, name, heard(detector, sound).size())));
    }

    /** Give first and last frame of each utterance that the ears find. */
    private static List<int[]> heard(Supplier<VoiceDetector> opening, float[] sound) {
        Played source = new Played(sound);
        World world = new World(FloorPlan.care(), Instant.EPOCH, 1);
        Site site =
                new Site(new Place("101号室"), ZoneId.of("Asia/Tokyo"), "職員", List.of("ロボット"), Site.BargeIn.STOP_WORDS);
        Spans spans = new Spans(source);
        try (VoiceDetector detector = opening.get();
                Agent agent = Agent.builder(world.robot(), site).start(PhraseInterpreter::of)) {
            agent.listen(spans, detector, source, List::of, new KnownSentences(), () -> {});
        }
        return spans.found;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** What became of the utterances. */
    record Score(int whole, int late, int missed, double falsePerMinute, int runOn) {}

    /** Recordings with pauses between them, and where each begins and ends, in frames. */
    private static final class Talk {
        /** Frames that the ears take from before a beginning. */
        private static final int BEFORE = 20;

        private final float[] samples;
        private final List<int[]> utterances;
        private final double level;

        private Talk(float[] samples, List<int[]> utterances, double level) {
            this.samples = samples;
            this.utterances = utterances;
            this.level = level;
        }

        static Talk of(List<float[]> recordings, int gapFrames) {
            int gap = gapFrames * AudioFrame.SAMPLES;
            float[] all = new float
                    [recordings.stream().mapToInt(each -> each.length + gap).sum() + gap];
            List<int[]> utterances = new ArrayList<>();
            double squares = 0;
            long voiced = 0;
            int at = gap;
            for (float[] each : recordings) {
                System.arraycopy(each, 0, all, at, each.length);
                int[] voice = Noises.voiced(each);
                int frame = at / AudioFrame.SAMPLES;
                utterances.add(new int[] {frame + voice[0], frame + voice[1]});
                for (int i = voice[0] * AudioFrame.SAMPLES;
                        i < Math.min(each.length, voice[1] * AudioFrame.SAMPLES);
                        i++) {
                    squares += (double) each[i] * each[i];
                    voiced++;
                }
                at += each.length + gap;
            }
            return new Talk(all, utterances, Math.sqrt(squares / voiced));
        }

        float[] with(float[] noise, int snrDb) {
            double gain = level / Noises.rms(noise) * Math.pow(10, -snrDb / 20.0);
            float[] mixed = samples.clone();
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] += (float) (noise[i] * gain);
            }
            return mixed;
        }

        Score score(List<int[]> heard) {
            int whole = 0;
            int late = 0;
            for (int[] said : utterances) {
                boolean covered =
                        heard.stream().anyMatch(span -> span[0] - BEFORE <= said[0] + 1 && span[1] >= said[1]);
                boolean touched = heard.stream().anyMatch(span -> overlap(span, said));
                whole += covered ? 1 : 0;
                late += touched && !covered ? 1 : 0;
            }
            long wrong = heard.stream()
                    .filter(span -> utterances.stream().noneMatch(said -> overlap(span, said)))
                    .count();
            long runOn = heard.stream()
                    .filter(span -> utterances.stream()
                                    .filter(said -> overlap(span, said))
                                    .count()
                            > 1)
                    .count();
            double minutes = (utterances.size() + 1) * GAP_FRAMES / 50.0 / 60;
            return new Score(whole, late, utterances.size() - whole - late, wrong / minutes, (int) runOn);
        }

        private static boolean overlap(int[] span, int[] said) {
            return span[0] - BEFORE < said[1] && span[1] > said[0];
        }
    }

    /** Knows how far it has been heard. */
    private static final class Played implements AudioSource {
        private final short[] samples;
        private int frame = -1;

        Played(float[] sound) {
            samples = new short[sound.length];
            for (int i = 0; i < sound.length; i++) {
                samples[i] = (short) Math.max(-32_768, Math.min(32_767, Math.round(sound[i] * 32_768)));
            }
        }

        @Override
        public Optional<AudioFrame> read() {
            frame++;
            return frame * AudioFrame.SAMPLES >= samples.length
                    ? Optional.empty()
                    : Optional.of(AudioFrame.copyOf(samples, frame * AudioFrame.SAMPLES));
        }

        @Override
        public void close() {}
    }

    /** Recognises nothing, and notes when it is asked to. */
    private static final class Spans implements SpeechRecognizer {
        private final Played source;
        private final List<int[]> found = new ArrayList<>();

        Spans(Played source) {
            this.source = source;
        }

        @Override
        public Session open(List<String> phrases) {
            return new Session() {
                private int begun = -1;

                @Override
                public Optional<String> accept(AudioFrame frame) {
                    begun = begun < 0 ? source.frame : begun;
                    return Optional.empty();
                }

                @Override
                public Optional<Recognition> finish() {
                    found.add(new int[] {begun, source.frame});
                    begun = -1;
                    return Optional.empty();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }
}
