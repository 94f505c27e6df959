package dev.aizuchi.voice.hmm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Make the course of all parameters of an utterance from its labels. */
final class Planner {
    private static final double VOICED_FROM = 0.5;
    /** What a variance of nearly 0 would divide by. */
    private static final double LEAST_VARIANCE = 1e-19;

    private static final double SEMITONE = Math.log(2) / 12;

    private final HmmVoice voice;
    private final StateDurations durations;

    Planner(HmmVoice voice) {
        this.voice = voice;
        this.durations = new StateDurations(voice);
    }

    /** One frame: the label it belongs to and the state therein. */
    private record Place(Questions.Answers label, int state, boolean varying) {}

    Plan plan(List<Label> labels) {
        List<Questions.Answers> answers =
                labels.stream().map(label -> voice.about(label.context())).toList();
        List<int[]> lasting = durations.of(labels, answers);
        List<Place> places = new ArrayList<>();
        List<Prosody> prosody = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            boolean varying = voice.varies(labels.get(i).context());
            for (int state = 0; state < voice.states(); state++) {
                for (int frame = 0; frame < lasting.get(i)[state]; frame++) {
                    places.add(new Place(answers.get(i), state, varying));
                    prosody.add(labels.get(i).prosody());
                }
            }
        }
        return new Plan(
                lasting,
                course(voice.spectrum(), places),
                pitch(places, prosody),
                course(voice.voicing(), places),
                prosody);
    }

    /** Only where it is voiced is there a pitch; it is one course over all of these frames. */
    private double[] pitch(List<Place> places, List<Prosody> prosody) {
        double[] pitch = new double[places.size()];
        Arrays.fill(pitch, Double.NaN);
        double[][] voiced = course(voice.pitch(), places);
        double mean = Arrays.stream(voiced)
                .mapToDouble(frame -> frame.length == 0 ? Double.NaN : frame[0])
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
        for (int t = 0; t < pitch.length; t++) {
            if (voiced[t].length > 0) {
                Prosody manner = prosody.get(t);
                pitch[t] = mean + manner.range() * (voiced[t][0] - mean) + manner.semitones() * SEMITONE;
            }
        }
        return pitch;
    }

    /** Give the parameters of a stream for each frame, none for frames that lack it. */
    private double[][] course(StreamModel stream, List<Place> places) {
        float[][] expected = new float[places.size()][];
        for (int t = 0; t < expected.length; t++) {
            Place place = places.get(t);
            boolean same = t > 0 && places.get(t - 1).equals(place);
            expected[t] = same ? expected[t - 1] : stream.states().of(place.state(), place.label());
        }
        int[] present = present(stream, expected);
        boolean[] varying = new boolean[present.length];
        for (int i = 0; i < present.length; i++) {
            varying[i] = places.get(present[i]).varying();
        }
        double[][] course = new double[expected.length][0];
        for (int frame : present) {
            course[frame] = new double[stream.length()];
        }
        float[] variance = variance(stream, places);
        for (int k = 0; k < stream.length() && present.length > 0; k++) {
            double[] values = trajectory(stream, expected, present, k)
                    .solve(varying, variance == null ? Double.NaN : variance[k]);
            for (int i = 0; i < present.length; i++) {
                course[present[i]][k] = values[i];
            }
        }
        return course;
    }

    private static float @Nullable [] variance(StreamModel stream, List<Place> places) {
        Distributions variance = stream.globalVariance();
        return variance == null || places.isEmpty()
                ? null
                : variance.of(0, places.get(0).label());
    }

    private static int[] present(StreamModel stream, float[][] expected) {
        int[] frames = new int[expected.length];
        int count = 0;
        for (int t = 0; t < expected.length; t++) {
            float[] leaf = expected[t];
            if (!stream.voicedOnly() || leaf[leaf.length - 1] > VOICED_FROM) {
                frames[count++] = t;
            }
        }
        return Arrays.copyOf(frames, count);
    }

    private static Trajectory trajectory(StreamModel stream, float[][] expected, int[] present, int k) {
        List<double[]> windows = stream.windows();
        int widest = windows.stream().mapToInt(window -> window.length).max().orElse(1);
        Trajectory trajectory = new Trajectory(present.length, widest);
        int dimensions = stream.states().length();
        for (int i = 0; i < present.length; i++) {
            float[] leaf = expected[present[i]];
            for (int w = 0; w < windows.size(); w++) {
                if (fits(present, i, windows.get(w).length / 2)) {
                    int at = w * stream.length() + k;
                    double variance = Math.max(LEAST_VARIANCE, leaf[dimensions + at]);
                    trajectory.expect(i, windows.get(w), leaf[at], 1 / variance);
                }
            }
        }
        return trajectory;
    }

    /** A change is known only where all frames that it spans are there. */
    private static boolean fits(int[] present, int i, int reach) {
        return i - reach >= 0 && i + reach < present.length && present[i + reach] - present[i - reach] == 2 * reach;
    }
}
