package dev.aizuchi.testkit.noise;

import dev.aizuchi.speech.AudioClip;
import java.util.Random;

/**
 * Let speech echo.
 *
 * @param reverberationSeconds after which the echo is 60 dB softer, from 0 (no room at all) to 2
 * @param directShare how much of the sound comes straight, from 0 (far away) to 1 (into the microphone)
 */
public record Room(double reverberationSeconds, double directShare) {
    public Room {
        if (!(reverberationSeconds >= 0 && reverberationSeconds <= 2)) {
            throw new IllegalArgumentException("an echo lasts from 0 to 2 s, not " + reverberationSeconds);
        }
        if (!(directShare >= 0 && directShare <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1, not " + directShare);
        }
    }

    /**
     * Play speech in it, as loud as before; the last echo is cut off with the clip.
     *
     * <p>The tail is noise that decays exponentially (Moorer 1979); one in sixteen of its samples is kept, so that a
     * second of speech takes some milliseconds.
     */
    public AudioClip echo(AudioClip speech, Random chance) {
        if (reverberationSeconds == 0 || directShare == 1) {
            return speech;
        }
        short[] said = speech.samples();
        int tail = (int) (reverberationSeconds * speech.sampleRate());
        double[] sum = new double[said.length];
        double energy = 0;
        for (int delay = speech.sampleRate() / 200; delay < tail; delay += 1 + chance.nextInt(31)) {
            double gain = chance.nextGaussian() * Math.exp(-6.9 * delay / tail);
            energy += gain * gain;
            for (int i = delay; i < said.length; i++) {
                sum[i] += gain * said[i - delay];
            }
        }
        double reflected = Math.sqrt((1 - directShare) / Math.max(1e-9, energy));
        double direct = Math.sqrt(directShare);
        short[] heard = new short[said.length];
        for (int i = 0; i < said.length; i++) {
            double sample = direct * said[i] + reflected * sum[i];
            heard[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
        }
        return new AudioClip(heard, speech.sampleRate());
    }
}
