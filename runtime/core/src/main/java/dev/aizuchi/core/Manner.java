package dev.aizuchi.core;

import dev.aizuchi.person.Person;
import dev.aizuchi.speech.AudioClip;

/**
 * Say how a sentence is spoken.
 *
 * @param speed 1 as the voice speaks by itself; 0.8 is slower
 * @param gain 1 as loud as the voice is by itself
 */
record Manner(double speed, double gain) {
    /** As the voice speaks by itself. */
    static final Manner USUAL = new Manner(1, 1);

    /** Six decibels less: a listener's sound must not be heard as a word of one's own. */
    private static final double SOFTER = 0.5;

    private static final double SLOWER = 0.8;
    private static final double FASTER = 1.2;
    /** Six decibels: clearly louder, and no more than most loudspeakers and ears take. */
    private static final double LOUDER = 2;

    private static final double FULL_SCALE = Short.MAX_VALUE;
    /** Above this share of full scale, what is made louder is bent rather than cut off, which would rattle. */
    private static final double KNEE = 0.7;

    /** Choose how to speak to a person. */
    static Manner to(Person person) {
        double speed =
                switch (person.pace()) {
                    case SLOW -> SLOWER;
                    case NORMAL -> 1;
                    case FAST -> FASTER;
                };
        return new Manner(speed, person.hearing() == Person.Hearing.HARD ? LOUDER : 1);
    }

    /** Give the manner of what is said beside a person's own words. */
    Manner softly() {
        return new Manner(speed, gain * SOFTER);
    }

    /** Give the sound as it is spoken in this manner. */
    AudioClip of(AudioClip clip) {
        if (equals(USUAL)) {
            return clip;
        }
        short[] samples = clip.samples();
        if (speed != 1) {
            samples = new TimeStretch(clip.sampleRate()).stretch(samples, speed);
        }
        if (gain != 1) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] = louder(samples[i]);
            }
        }
        return new AudioClip(samples, clip.sampleRate());
    }

    private short louder(short sample) {
        double level = Math.abs(sample * gain / FULL_SCALE);
        double bent = level <= KNEE ? level : KNEE + (1 - KNEE) * Math.tanh((level - KNEE) / (1 - KNEE));
        return (short) Math.round(Math.signum((double) sample) * bent * FULL_SCALE);
    }
}
