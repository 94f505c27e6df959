package dev.aizuchi.voice.hmm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Say how many frames each state of each label lasts.
 *
 * <p>After Yoshimura and others, <i>Duration modeling for HMM-based speech synthesis</i> (1998): at the voice's own
 * rate a state lasts its mean; at another, what is longer or shorter goes to the states by their variance, d = m + ρσ².
 */
final class StateDurations {
    private final int states;
    private final double framesPerMilli;
    private final Distributions distributions;

    StateDurations(HmmVoice voice) {
        states = voice.states();
        distributions = voice.durations();
        framesPerMilli = voice.rate() / 1000.0 / voice.framePeriod();
    }

    /** Give the frames of each label's states. Labels of one rate that stand together are stretched as one. */
    List<int[]> of(List<Label> labels, List<Questions.Answers> answers) {
        List<int[]> durations = new ArrayList<>();
        for (int from = 0; from < labels.size(); ) {
            int to = from + 1;
            while (to < labels.size() && alike(labels.get(from), labels.get(to))) {
                to++;
            }
            durations.addAll(run(labels.get(from), answers.subList(from, to)));
            from = to;
        }
        return durations;
    }

    private static boolean alike(Label a, Label b) {
        return a.millis() == 0
                && b.millis() == 0
                && Double.compare(a.prosody().rate(), b.prosody().rate()) == 0;
    }

    private List<int[]> run(Label first, List<Questions.Answers> answers) {
        int count = answers.size() * states;
        double[] means = new double[count];
        double[] variances = new double[count];
        for (int i = 0; i < count; i++) {
            float[] leaf = distributions.of(0, answers.get(i / states));
            means[i] = leaf[i % states];
            variances[i] = leaf[states + i % states];
        }
        int[] frames = rounded(means, variances, 0);
        double rate = first.prosody().rate();
        if (first.millis() > 0) {
            frames = stretched(means, variances, first.millis() * framesPerMilli);
        } else if (Double.compare(rate, 1) != 0) {
            frames = stretched(means, variances, Arrays.stream(frames).sum() / rate);
        }
        List<int[]> labels = new ArrayList<>();
        for (int at = 0; at < count; at += states) {
            labels.add(Arrays.copyOfRange(frames, at, at + states));
        }
        return labels;
    }

    private static int[] rounded(double[] means, double[] variances, double rho) {
        int[] frames = new int[means.length];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = Math.max(1, (int) (means[i] + rho * variances[i] + 0.5));
        }
        return frames;
    }

    private static int[] stretched(double[] means, double[] variances, double length) {
        int target = Math.max(means.length, (int) (length + 0.5));
        double rho =
                (target - Arrays.stream(means).sum()) / Arrays.stream(variances).sum();
        int[] frames = rounded(means, variances, rho);
        // Rounding, and states that cannot be shorter than a frame, leave a rest: it goes where it is least felt.
        for (int rest = target - Arrays.stream(frames).sum(); rest != 0; rest -= Integer.signum(rest)) {
            int step = Integer.signum(rest);
            int best = -1;
            double least = Double.MAX_VALUE;
            for (int i = 0; i < frames.length; i++) {
                double strain = Math.abs(rho - (frames[i] + step - means[i]) / variances[i]);
                if (frames[i] + step >= 1 && strain < least) {
                    least = strain;
                    best = i;
                }
            }
            frames[best] += step;
        }
        return frames;
    }
}
