package dev.aizuchi.voice;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioStream;
import dev.aizuchi.speech.SpeakingStyle;
import dev.aizuchi.speech.SpeechSynthesizer;
import dev.aizuchi.speech.SpokenSound;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keep the clips said last in memory, so that what a robot often says is ready at once. */
public final class CachedSynthesizer implements SpeechSynthesizer {
    /** Over a minute and a half of the largest clips, those at 48 kHz. */
    private static final long DEFAULT_BYTES = 8L << 20;

    private final SpeechSynthesizer voice;
    private final long mostBytes;
    private final Map<Said, Kept> clips = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Said(String text, SpeakingStyle style) {}

    private record Kept(SpeakingStyle style, AudioClip clip) {}

    /** Keep up to 8 MiB of a voice's clips. */
    public CachedSynthesizer(SpeechSynthesizer voice) {
        this(voice, DEFAULT_BYTES);
    }

    /** Keep up to a number of bytes of a voice's clips; a clip larger than that is not kept. */
    public CachedSynthesizer(SpeechSynthesizer voice, long mostBytes) {
        this.voice = voice;
        this.mostBytes = mostBytes;
    }

    @Override
    public AudioClip synthesize(String text) {
        return speak(text, SpeakingStyle.NORMAL).sound().rest();
    }

    @Override
    public SpokenSound speak(String text, SpeakingStyle style) {
        Said said = new Said(text, style);
        Kept kept = clips.get(said);
        if (kept != null) {
            return new SpokenSound(kept.style, AudioStream.of(kept.clip));
        }
        SpokenSound spoken = voice.speak(text, style);
        return new SpokenSound(spoken.style(), new Noting(spoken.sound(), clip -> keep(said, spoken.style(), clip)));
    }

    private void keep(Said said, SpeakingStyle style, AudioClip clip) {
        if (size(clip) <= mostBytes && clips.put(said, new Kept(style, clip)) == null) {
            bytes += size(clip);
            dropOldest();
        }
    }

    /** Hands pieces on, and once there are no more, tells all that they were. */
    private static final class Noting implements AudioStream {
        private final AudioStream sound;
        private final Consumer<AudioClip> whole;
        private final Deque<AudioClip> pieces = new ArrayDeque<>();
        private boolean told;

        Noting(AudioStream sound, Consumer<AudioClip> whole) {
            this.sound = sound;
            this.whole = whole;
        }

        @Override
        public Optional<AudioClip> next() {
            Optional<AudioClip> piece = sound.next();
            piece.ifPresent(pieces::add);
            if (piece.isEmpty() && !told && !pieces.isEmpty()) {
                told = true;
                whole.accept(((AudioStream) () -> Optional.ofNullable(pieces.poll())).rest());
            }
            return piece;
        }
    }

    private void dropOldest() {
        Iterator<Kept> oldest = clips.values().iterator();
        while (bytes > mostBytes) {
            bytes -= size(oldest.next().clip);
            oldest.remove();
        }
    }

    private static long size(AudioClip clip) {
        return clip.samples().length * 2L;
    }

    @Override
    public void close() {
        voice.close();
    }
}
