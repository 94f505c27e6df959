package dev.aizuchi.speech;

import java.util.concurrent.CompletionStage;

/** Say sentences by a device that makes the sound itself, such as a robot with a voice of its own; on any thread. */
public interface Talker {

    /**
     * Begin to say a sentence, once the one before it has ended; waits for nobody.
     *
     * @return "" when it has been said or cut short, else what went wrong; never completes exceptionally
     */
    CompletionStage<String> say(String sentence);

    /** Fall silent at once; does nothing when nothing is being said. */
    void cut();
}
