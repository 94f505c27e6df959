package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.AudioStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Play through a sink and keep what it is given, so that an echo canceller knows it.
 *
 * <p>The frames are handed out one for one with the microphone's: from the moment at which the sound begins, at the
 * microphone's pace. What lies between that and the sound in the room is for the canceller to find.
 */
public final class PlayedSignal implements AudioSink {
    private final AudioSink sink;
    private @Nullable Known known;

    /** Play through this sink, which is closed with it. */
    public PlayedSignal(AudioSink sink) {
        this.sink = sink;
    }

    @Override
    public boolean play(AudioClip clip) {
        return play(AudioStream.of(clip));
    }

    @Override
    public boolean play(AudioStream sound) {
        Optional<AudioClip> first = sound.next();
        if (first.isEmpty()) {
            return true;
        }
        Known now = new Known(first.get().sampleRate());
        now.add(first);
        synchronized (this) {
            known = now;
        }
        boolean[] given = {false};
        return sink.play((AudioStream) () -> {
            if (!given[0]) {
                given[0] = true;
                return first;
            }
            Optional<AudioClip> piece = sound.next();
            now.add(piece);
            return piece;
        });
    }

    /**
     * Give the next 20 ms of what is played; silence where nothing is. Called once for each frame of the microphone.
     */
    public synchronized AudioFrame next() {
        return known == null ? AudioFrame.silence() : known.next();
    }

    @Override
    public void cut() {
        synchronized (this) {
            known = null;
        }
        sink.cut();
    }

    @Override
    public void close() {
        sink.close();
    }

    /** Holds what has been given to the sink; one thread adds to it, another takes from it. */
    private static final class Known {
        private final Deque<SampleStream> pieces = new ArrayDeque<>();
        private final SampleStream sound;
        private boolean ended;

        Known(int rate) {
            sound = Resampler.of(this::read, rate, AudioFrame.SAMPLE_RATE);
        }

        synchronized void add(Optional<AudioClip> piece) {
            piece.ifPresentOrElse(clip -> pieces.add(new ClipStream(clip)), () -> ended = true);
        }

        /** Does not wait for what is not there yet. */
        private int read(float[] into) {
            while (!pieces.isEmpty()) {
                int count = pieces.element().read(into);
                if (count > 0) {
                    return count;
                }
                pieces.remove();
            }
            return ended ? -1 : 0;
        }

        synchronized AudioFrame next() {
            short[] samples = new short[AudioFrame.SAMPLES];
            float[] sample = new float[1];
            for (int i = 0; i < samples.length && sound.read(sample) > 0; i++) {
                samples[i] = Frames.toShort(sample[0]);
            }
            return AudioFrame.copyOf(samples, 0);
        }
    }
}
