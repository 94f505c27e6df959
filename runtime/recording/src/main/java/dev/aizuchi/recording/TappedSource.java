package dev.aizuchi.recording;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Give the sound of another source, and show each frame to somebody on the way. */
final class TappedSource implements AudioSource {
    private final AudioSource source;
    private final Consumer<AudioFrame> tap;

    TappedSource(AudioSource source, Consumer<AudioFrame> tap) {
        this.source = source;
        this.tap = tap;
    }

    @Override
    public Optional<AudioFrame> read() {
        Optional<AudioFrame> frame = source.read();
        frame.ifPresent(tap);
        return frame;
    }

    @Override
    public boolean isLive() {
        return source.isLive();
    }

    @Override
    public void close() {
        source.close();
    }
}
