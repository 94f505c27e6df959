package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.EchoCanceller;
import java.util.Optional;

/** Deliver a microphone's sound without what the loudspeaker gives. */
public final class EchoFreeSource implements AudioSource {
    private final AudioSource microphone;
    private final PlayedSignal played;
    private final EchoCanceller canceller;

    /** Clean this microphone; closes it and the canceller, not the loudspeaker. */
    public EchoFreeSource(AudioSource microphone, PlayedSignal played, EchoCanceller canceller) {
        this.microphone = microphone;
        this.played = played;
        this.canceller = canceller;
    }

    @Override
    public Optional<AudioFrame> read() {
        return microphone.read().map(frame -> canceller.clean(frame, played.next()));
    }

    @Override
    public boolean isLive() {
        return microphone.isLive();
    }

    @Override
    public void close() {
        microphone.close();
        canceller.close();
    }
}
