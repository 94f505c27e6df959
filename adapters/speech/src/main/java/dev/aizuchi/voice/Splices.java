package dev.aizuchi.voice;

import dev.aizuchi.speech.AudioClip;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Cut silence off clips and put them together. */
final class Splices {
    /** Under this a sample counts as silence: −46 dB, below a devoiced "su", above a voice's own hiss. */
    private static final int SILENT = 160;

    private Splices() {}

    /** Cut the silence before and after the speech down to a margin; a silent clip becomes empty. */
    static AudioClip trim(AudioClip clip, Duration margin) {
        short[] samples = clip.samples();
        int first = 0;
        while (first < samples.length && Math.abs(samples[first]) < SILENT) {
            first++;
        }
        int end = samples.length;
        while (end > first && Math.abs(samples[end - 1]) < SILENT) {
            end--;
        }
        if (first == end) {
            return new AudioClip(new short[0], clip.sampleRate());
        }
        int kept = samplesIn(margin, clip.sampleRate());
        return new AudioClip(
                Arrays.copyOfRange(samples, Math.max(0, first - kept), Math.min(samples.length, end + kept)),
                clip.sampleRate());
    }

    /** Put clips of one rate one after the other, with a pause between them. */
    static AudioClip join(List<AudioClip> clips, Duration pause) {
        if (clips.size() == 1) {
            return clips.get(0);
        }
        int rate = clips.get(0).sampleRate();
        int gap = samplesIn(pause, rate);
        int length = clips.stream().mapToInt(clip -> clip.samples().length).sum() + gap * (clips.size() - 1);
        short[] joined = new short[length];
        int at = 0;
        for (AudioClip clip : clips) {
            if (clip.sampleRate() != rate) {
                throw new IllegalArgumentException(
                        "clips of " + rate + " and " + clip.sampleRate() + " Hz cannot be joined");
            }
            short[] samples = clip.samples();
            System.arraycopy(samples, 0, joined, at, samples.length);
            at += samples.length + gap;
        }
        return new AudioClip(joined, rate);
    }

    private static int samplesIn(Duration time, int rate) {
        return (int) (time.toMillis() * rate / 1_000);
    }
}
