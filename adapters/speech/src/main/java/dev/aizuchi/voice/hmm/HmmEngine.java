package dev.aizuchi.voice.hmm;

import java.util.List;

/** Speak labels with a voice. Callable from any thread, also at once. */
public final class HmmEngine {
    private final HmmVoice voice;
    private final Planner planner;

    public HmmEngine(HmmVoice voice) {
        this.voice = voice;
        this.planner = new Planner(voice);
    }

    /** Plan an utterance, which takes a few milliseconds a sentence; its sound is made as it is asked for. */
    public Utterance utter(List<Label> labels) {
        return new Utterance(planner.plan(labels), voice);
    }

    /** Give the samples a second. */
    public int rate() {
        return voice.rate();
    }

    /** Give the samples of a frame. */
    public int framePeriod() {
        return voice.framePeriod();
    }
}
