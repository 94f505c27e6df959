package dev.aizuchi.core;

import java.util.function.Consumer;

/** Speak one text at a time on a thread of its own, or, with nothing to speak with, count it as spoken at once. */
sealed interface Voice extends AutoCloseable permits Voice.Mute, PacedVoice, SpokenVoice, RobotVoice {

    /**
     * Speak in a manner.
     *
     * @param begun told on some thread as the first sound is played; never where nothing sounds
     * @param ended told on some thread, with what went wrong or ""
     */
    void speak(String text, Manner manner, Runnable begun, Consumer<String> ended);

    /** Fall silent, to say the rest when told to go on; callable from any thread. */
    void pause();

    /** Say the rest; callable from any thread. */
    void goOn();

    /** Fall silent; callable from any thread. */
    void cut();

    /** Give about what was heard of the text that was spoken last. */
    String said();

    @Override
    void close();

    /** Say nothing aloud: the sentence stands in the events alone. */
    record Mute() implements Voice {
        @Override
        public void speak(String text, Manner manner, Runnable begun, Consumer<String> ended) {
            ended.accept("");
        }

        @Override
        public void pause() {}

        @Override
        public void goOn() {}

        @Override
        public void cut() {}

        @Override
        public String said() {
            return "";
        }

        @Override
        public void close() {}
    }
}
