package dev.aizuchi.testkit.noise;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Hear a typed sentence by having it spoken, in a room and in noise, and recognised: nothing is played, nothing waits.
 */
public final class SpokenHearing implements Hearing {
    private final Function<String, AudioClip> voice;
    private final Room room;
    private final Circumstance in;
    private final SpeechRecognizer recognizer;
    private final List<short[]> talk;
    private final Random chance;
    private Duration sound = Duration.ZERO;

    /**
     * Hear with a voice and a recogniser, which stay the caller's to close.
     *
     * @param voice speaks at 16 kHz
     * @param seed decides what the noise is like
     */
    public SpokenHearing(
            Function<String, AudioClip> voice, Room room, Circumstance in, SpeechRecognizer recognizer, long seed) {
        this.voice = voice;
        this.room = room;
        this.in = in;
        this.recognizer = recognizer;
        chance = new Random(seed);
        talk = DataFile.read(SpokenHearing.class, "talk.txt").lines("talk").stream()
                .map(line -> voice.apply(line).samples())
                .toList();
    }

    @Override
    public Optional<Recognition> hear(String sentence) {
        AudioClip clip = in.mix(room.echo(voice.apply(sentence), chance), talk, chance);
        sound = sound.plus(clip.duration());
        return NoiseMeasurement.recognise(recognizer, clip)
                .filter(heard -> !heard.text().isBlank());
    }

    /** Give how much sound has been heard. */
    public Duration sound() {
        return sound;
    }
}
