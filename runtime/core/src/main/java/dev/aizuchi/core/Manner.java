package dev.aizuchi.core;

import dev.aizuchi.person.Person;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioStream;
import dev.aizuchi.speech.SpeakingStyle;
import dev.aizuchi.speech.SpokenSound;

/**
 * Say how a sentence is spoken.
 *
 * @param style the voice's own, where it has it; else the sound is stretched
 * @param gain 1 as loud as the voice is by itself
 */
record Manner(SpeakingStyle style, double gain) {
    /** As the voice speaks by itself. */
    static final Manner USUAL = new Manner(SpeakingStyle.NORMAL, 1);

    /** Six decibels: clearly louder, and no more than most loudspeakers and ears take. */
    private static final double LOUDER = 2;

    private static final double FULL_SCALE = Short.MAX_VALUE;
    /** Above this share of full scale, what is made louder is bent rather than cut off, which would rattle. */
    private static final double KNEE = 0.7;

    /** Choose how to speak to a person: whoever hears badly is spoken to louder and clearly. */
    static Manner to(Person person) {
        boolean hard = person.hearing() == Person.Hearing.HARD;
        SpeakingStyle style =
                switch (person.pace()) {
                    case SLOW -> SpeakingStyle.SLOW_CLEAR;
                    case NORMAL -> hard ? SpeakingStyle.SLOW_CLEAR : SpeakingStyle.NORMAL;
                    case FAST -> SpeakingStyle.FAST;
                };
        return new Manner(style, hard ? LOUDER : 1);
    }

    /** Give the manner that was asked for by an act on the voice: {@code slower}, {@code louder}, {@code softer}. */
    Manner asked(String how) {
        return switch (how) {
            case "slower" -> new Manner(SpeakingStyle.SLOW_CLEAR, gain);
            case "louder" -> new Manner(style == SpeakingStyle.SOFT ? SpeakingStyle.NORMAL : style, LOUDER);
            case "softer" -> new Manner(SpeakingStyle.SOFT, 1);
            default -> this;
        };
    }

    /** Give the manner of what is said beside a person's own words: it must not be heard as a word of one's own. */
    Manner softly() {
        return new Manner(SpeakingStyle.SOFT, gain);
    }

    /** Give the sound as it is spoken in this manner; what the voice has done by itself is not done again. */
    AudioStream of(SpokenSound spoken) {
        boolean done = spoken.style() == style;
        double speed = done ? 1 : speed(style);
        double amplified = gain * (done ? 1 : gain(style));
        // Pieces that are stretched one by one would have seams.
        AudioStream sound = speed == 1
                ? spoken.sound()
                : AudioStream.of(stretched(spoken.sound().rest(), speed));
        return amplified == 1 ? sound : () -> sound.next().map(piece -> louder(piece, amplified));
    }

    /** How many times as fast as usual is spoken. */
    double speed() {
        return speed(style);
    }

    /** How fast a style is that is made of a voice without it. */
    private static double speed(SpeakingStyle style) {
        return switch (style) {
            case NORMAL, SOFT -> 1;
            case SLOW_CLEAR -> 0.8;
            case FAST -> 1.2;
        };
    }

    private static double gain(SpeakingStyle style) {
        return style == SpeakingStyle.SOFT ? 0.5 : 1;
    }

    private static AudioClip stretched(AudioClip clip, double speed) {
        return new AudioClip(new TimeStretch(clip.sampleRate()).stretch(clip.samples(), speed), clip.sampleRate());
    }

    private static AudioClip louder(AudioClip clip, double gain) {
        short[] samples = clip.samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = louder(samples[i], gain);
        }
        return new AudioClip(samples, clip.sampleRate());
    }

    private static short louder(short sample, double gain) {
        double level = Math.abs(sample * gain / FULL_SCALE);
        double bent = level <= KNEE ? level : KNEE + (1 - KNEE) * Math.tanh((level - KNEE) / (1 - KNEE));
        return (short) Math.round(Math.signum((double) sample) * bent * FULL_SCALE);
    }
}
