package dev.aizuchi.voice;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keep the clips said last in memory, so that what a robot often says is ready at once. */
public final class CachedSynthesizer implements SpeechSynthesizer {
    /** Over a minute and a half of the largest clips, those at 48 kHz. */
    private static final long DEFAULT_BYTES = 8L << 20;

    private final SpeechSynthesizer voice;
    private final long mostBytes;
    private final Map<String, AudioClip> clips = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

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
        AudioClip kept = clips.get(text);
        if (kept != null) {
            return kept;
        }
        AudioClip clip = voice.synthesize(text);
        if (size(clip) <= mostBytes) {
            clips.put(text, clip);
            bytes += size(clip);
            dropOldest();
        }
        return clip;
    }

    private void dropOldest() {
        Iterator<AudioClip> oldest = clips.values().iterator();
        while (bytes > mostBytes) {
            bytes -= size(oldest.next());
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
