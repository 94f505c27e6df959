package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSink;

/**
 * Play through a sink and keep what it is given, so that an echo canceller knows it.
 *
 * <p>The frames are handed out one for one with the microphone's: from the moment at which a clip begins, at the
 * microphone's pace. What lies between that and the sound in the room is for the canceller to find.
 */
public final class PlayedSignal implements AudioSink {
    private final AudioSink sink;
    private short[] samples = {};
    private int at;

    /** Play through this sink, which is closed with it. */
    public PlayedSignal(AudioSink sink) {
        this.sink = sink;
    }

    @Override
    public boolean play(AudioClip clip) {
        short[] known = resampled(clip);
        synchronized (this) {
            samples = known;
            at = 0;
        }
        return sink.play(clip);
    }

    private static short[] resampled(AudioClip clip) {
        if (clip.sampleRate() == AudioFrame.SAMPLE_RATE) {
            return clip.samples();
        }
        short[] given = clip.samples();
        int[] read = {0};
        SampleStream stream = into -> {
            int length = Math.min(into.length, given.length - read[0]);
            for (int i = 0; i < length; i++) {
                into[i] = given[read[0]++] / 32_768f;
            }
            return length == 0 ? -1 : length;
        };
        int longest = (int) (clip.duration().toMillis() + 1_000) * AudioFrame.SAMPLE_RATE / 1_000;
        return Frames.readAll(Resampler.of(stream, clip.sampleRate(), AudioFrame.SAMPLE_RATE), longest);
    }

    /**
     * Give the next 20 ms of what is played; silence where nothing is. Called once for each frame of the microphone.
     */
    public synchronized AudioFrame next() {
        if (at >= samples.length) {
            return AudioFrame.silence();
        }
        AudioFrame frame = AudioFrame.copyOf(samples, at);
        at += AudioFrame.SAMPLES;
        return frame;
    }

    @Override
    public void cut() {
        synchronized (this) {
            samples = new short[0];
        }
        sink.cut();
    }

    @Override
    public void close() {
        sink.close();
    }
}
