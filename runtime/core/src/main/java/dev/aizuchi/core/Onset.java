package dev.aizuchi.core;

import dev.aizuchi.speech.AudioFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Keep the last frames before a voice: they hold its first, soft sound. */
final class Onset {
    private final Deque<AudioFrame> frames = new ArrayDeque<>();

    void keep(AudioFrame frame) {
        if (frames.size() == Endpointer.FRAMES_BEFORE) {
            frames.remove();
        }
        frames.add(frame);
    }

    /** Hand over what was kept, oldest first, and forget it. */
    void drain(Consumer<AudioFrame> to) {
        frames.forEach(to);
        frames.clear();
    }
}
