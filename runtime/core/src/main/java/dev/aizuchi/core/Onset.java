package dev.aizuchi.core;

import dev.aizuchi.speech.AudioFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Keep the last frames before a voice: they hold its first, soft sound.
 *
 * <p>Where a voice is soft or in an echo, a detector may be sure of its first sound for a moment, too short to be a
 * beginning, and then only a second later; so the sound goes back to that moment.
 */
final class Onset {
    private static final double SURE = 0.5;

    private final int farthest;
    private final Deque<AudioFrame> frames = new ArrayDeque<>();
    /** Frames since a moment of voice ended, and whether one goes on. */
    private int sinceMoment;

    private boolean sure;

    /** Go back by so many frames at most to a moment of voice. */
    Onset(int farthest) {
        this.farthest = farthest;
        sinceMoment = farthest + 1;
    }

    /** Keep a frame and the probability that it holds voice. */
    void keep(AudioFrame frame, double voice) {
        if (frames.size() == farthest + Endpointer.FRAMES_BEFORE) {
            frames.remove();
        }
        frames.add(frame);
        boolean ended = sure && voice < SURE;
        sinceMoment = ended ? 1 : sinceMoment + 1;
        sure = voice >= SURE;
    }

    /** Hand over what was kept, oldest first, and forget it. */
    void drain(Consumer<AudioFrame> to) {
        int back = sinceMoment <= farthest ? sinceMoment : 0;
        frames.stream()
                .skip(Math.max(0, frames.size() - back - Endpointer.FRAMES_BEFORE))
                .forEach(to);
        frames.clear();
        sinceMoment = farthest + 1;
        sure = false;
    }
}
