package dev.aizuchi.speech;

import java.util.List;
import java.util.Optional;

/** Turn speech into text; the model is loaded once, sessions are cheap. */
public interface SpeechRecognizer extends AutoCloseable {

    /**
     * Begin to listen.
     *
     * @param phrases sentences to expect; empty leaves the recogniser to its own language model. A recogniser that
     *     cannot be limited takes them as a hint.
     */
    Session open(List<String> phrases);

    /**
     * Begin to watch for sentences in the partial texts, beside other sessions and all the time; quickness counts more
     * here than the final text.
     */
    default Session watch(List<String> phrases) {
        return open(phrases);
    }

    /**
     * Prepare to score sounds by what may be said in them; empty when this recogniser cannot tell likelihoods.
     *
     * @param phrases sentences of which one is said; empty for all that the recogniser's own language model knows
     */
    default Optional<Scorer> scorer(List<String> phrases) {
        return Optional.empty();
    }

    @Override
    void close();

    /** Score one sound after the other, each as a whole; used by one thread, but closed by any. */
    interface Scorer extends AutoCloseable {

        /** Give the likeliest readings of a sound, best first; takes as long as recognising it. */
        List<Scored> score(List<AudioFrame> sound);

        @Override
        void close();
    }

    /**
     * Tell how well a text fits a sound.
     *
     * @param log natural logarithm of its likelihood, to be compared with another text's for the same sound only
     */
    record Scored(String text, double log) {}

    /** One stream of utterances; used by one thread. */
    interface Session extends AutoCloseable {

        /** Take the next frame; give the text so far when it has changed. */
        Optional<String> accept(AudioFrame frame);

        /**
         * Learn that the speaker pauses, or goes on after a pause; called between frames, when it changes.
         *
         * <p>A pause is a good moment to prepare the final text in the background: it is likely the last. Until the
         * speaker goes on, what {@link #accept} brings is not speech. Nothing has to be done.
         */
        default void paused(boolean pausing) {}

        /** End the utterance and begin a new one; empty when there were no words in it. */
        Optional<Recognition> finish();

        @Override
        void close();
    }
}
