package dev.aizuchi.voice.hmm;

import java.util.List;

/**
 * Turn a plan into sound, from its beginning to its end.
 *
 * <p>Used by one thread at a time. What has been made can be played while the rest is made.
 */
public final class Utterance {
    private static final double LOUDER_BY_20_DB = Math.log(10) / 20;

    private final Plan plan;
    private final int rate;
    private final int framePeriod;
    private final double warping;
    private final MelFilter filter;
    private final Excitation excitation;
    private final double[] coefficients;
    private final double[] target;
    private final double[] step;
    private int frame;

    Utterance(Plan plan, HmmVoice voice) {
        this.plan = plan;
        this.rate = voice.rate();
        this.framePeriod = voice.framePeriod();
        this.warping = voice.warping();
        int order = voice.spectrum().length();
        this.filter = new MelFilter(order, warping);
        this.excitation = new Excitation(voice.voicing().length());
        this.coefficients = new double[order];
        this.target = new double[order];
        this.step = new double[order];
        if (plan.frames() > 0) {
            aim(0);
            System.arraycopy(target, 0, coefficients, 0, order);
        }
    }

    /** Give the samples of the whole. */
    public int length() {
        return plan.frames() * framePeriod;
    }

    /** Give the frames of each label's states. */
    public List<int[]> durations() {
        return plan.durations();
    }

    Plan plan() {
        return plan;
    }

    /** Make up to so many frames more, signed 16 bit; none when it has ended. */
    public short[] next(int frames) {
        int count = Math.min(frames, plan.frames() - frame);
        short[] samples = new short[count * framePeriod];
        for (int i = 0; i < count; i++) {
            render(samples, i * framePeriod);
            frame++;
        }
        return samples;
    }

    private void render(short[] samples, int from) {
        aim(frame);
        for (int i = 0; i < step.length; i++) {
            step[i] = (target[i] - coefficients[i]) / framePeriod;
        }
        double pitch = plan.logPitch(frame);
        double period = Double.isNaN(pitch) ? 0 : rate / Math.exp(pitch);
        double[] voicing = plan.voicing(frame);
        double breath = plan.prosody(frame).breath();
        excitation.begin(period, framePeriod);
        for (int i = 0; i < framePeriod; i++) {
            double source = excitation.next(voicing, breath) * Math.exp(coefficients[0]);
            double sample = filter.filter(source, coefficients);
            samples[from + i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
            for (int j = 0; j < coefficients.length; j++) {
                coefficients[j] += step[j];
            }
        }
        excitation.end(period);
        System.arraycopy(target, 0, coefficients, 0, target.length);
    }

    private void aim(int at) {
        MelFilter.coefficients(plan.spectrum(at), warping, target);
        target[0] += plan.prosody(at).decibels() * LOUDER_BY_20_DB;
    }
}
