package dev.aizuchi.app;

import dev.aizuchi.core.StopSpotter;
import dev.aizuchi.japanese.Cues;
import dev.aizuchi.onnx.SileroVoiceDetector;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.VoiceDetector;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Measure how long after its end a stop word is told, with the work of the frames that it took on top; prints the rows
 * of adapters/vosk/BENCHMARKS.md.
 */
class StopBenchmark {
    /** All work is done on this thread; its time on the processor does not depend on what else runs. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int BEFORE_MILLIS = 600;
    private static final int AFTER_MILLIS = 1_200;
    private static final double SNR = Math.pow(10, -10 / 20.0);

    private final List<String> expected = SkillPhrases.of(new Plugins().usual());
    private final List<Double> sound = new ArrayList<>();
    private final List<Double> all = new ArrayList<>();
    private int missed;
    private double workSeconds;
    private double soundSeconds;

    @Test
    void delay() {
        try (SpeechRecognizer recognizer = Home.here().recognizer("starter-ja")) {
            for (boolean noisy : new boolean[] {false, true}) {
                measure("texts alone" + (noisy ? ", pink noise" : ""), withoutScores(recognizer), noisy);
                measure("second look" + (noisy ? ", pink noise" : ""), recognizer, noisy);
            }
        }
    }

    private void measure(String what, SpeechRecognizer recognizer, boolean noisy) {
        sound.clear();
        all.clear();
        missed = 0;
        workSeconds = 0;
        soundSeconds = 0;
        boolean[] stopped = {false};
        try (VoiceDetector detector = SileroVoiceDetector.open(
                        Home.here().models().path("silero-vad").resolve("silero_vad.onnx"));
                StopSpotter spotter = new StopSpotter(
                        recognizer, expected, Cues.standard()::stop, text -> stopped[0] = true, Runnable::run)) {
            for (BenchRecording recording : BenchRecording.all(Integer.MAX_VALUE)) {
                stopped[0] = false;
                play(recording, noisy, detector, spotter, stopped);
            }
        }
        print(
                "%s: of sound p50 %.0f p95 %.0f max %.0f ms, with work p50 %.0f p95 %.0f max %.0f ms, %d heard, %d missed,"
                        + " RTF %.3f",
                what,
                at(sound, 0.5),
                at(sound, 0.95),
                at(sound, 1),
                at(all, 0.5),
                at(all, 0.95),
                at(all, 1),
                all.size(),
                missed,
                workSeconds / soundSeconds);
    }

    private void play(
            BenchRecording recording, boolean noisy, VoiceDetector detector, StopSpotter spotter, boolean[] stopped) {
        boolean told = !recording.isStop();
        List<AudioFrame> frames = frames(recording, noisy);
        for (int i = 0; i < frames.size(); i++) {
            double voice = detector.probability(frames.get(i));
            long begun = THREADS.getCurrentThreadCpuTime();
            spotter.accept(frames.get(i), voice);
            double millis = (THREADS.getCurrentThreadCpuTime() - begun) / 1e6;
            workSeconds += millis / 1e3;
            soundSeconds += AudioFrame.MILLIS / 1e3;
            if (stopped[0] && !told) {
                told = true;
                double delay = (i + 1.0) * AudioFrame.MILLIS - BEFORE_MILLIS - recording.endOfSpeechMillis();
                sound.add(delay);
                all.add(delay + millis);
            }
        }
        missed += told ? 0 : 1;
    }

    private static List<AudioFrame> frames(BenchRecording recording, boolean noisy) {
        short[] voice = Home.wavResource("bench/" + recording.file()).samples();
        int before = BEFORE_MILLIS * AudioFrame.SAMPLE_RATE / 1_000;
        short[] samples = new short[before + voice.length + AFTER_MILLIS * AudioFrame.SAMPLE_RATE / 1_000];
        System.arraycopy(voice, 0, samples, before, voice.length);
        if (noisy) {
            float[] noise = new Noises(3).pink(samples.length);
            double gain = rms(voice) / Noises.rms(noise) * SNR;
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) Math.max(-32_768, Math.min(32_767, samples[i] + noise[i] * gain));
            }
        }
        List<AudioFrame> frames = new ArrayList<>();
        for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
            frames.add(AudioFrame.copyOf(samples, at));
        }
        return frames;
    }

    /** Of what is not digital silence. */
    private static double rms(short[] samples) {
        double squares = 0;
        int voiced = 0;
        for (short sample : samples) {
            squares += (double) sample * sample;
            voiced += sample == 0 ? 0 : 1;
        }
        return Math.sqrt(squares / voiced);
    }

    private static SpeechRecognizer withoutScores(SpeechRecognizer recognizer) {
        return new SpeechRecognizer() {
            @Override
            public Session open(List<String> phrases) {
                return recognizer.open(phrases);
            }

            @Override
            public Session watch(List<String> phrases) {
                return recognizer.watch(phrases);
            }

            @Override
            public void close() {}
        };
    }

    private static double at(List<Double> values, double share) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(sorted.length * share) - 1];
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
