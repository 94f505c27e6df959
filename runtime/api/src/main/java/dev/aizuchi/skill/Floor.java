package dev.aizuchi.skill;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Have the robot say and ask what somebody else than its skills wants: another program that uses it as its dialogue
 * partner.
 *
 * <p>All goes the way of what skills say: a stop or a person who is listened to first cuts it short, a claim that
 * something was done waits for the robot's acts, and no act comes of it. All methods may be called from any thread;
 * stages complete on the dialogue's thread, which must not be held up, and never exceptionally.
 */
public interface Floor {

    /** Say a text, behind what is being said. The stage tells whether it was said to its end. */
    Request<Boolean> say(String text);

    /**
     * Ask a question for yes or no, once no other question is open. The stage is empty when there is no answer: nobody
     * spoke, another matter came up, or the robot was stopped.
     */
    Request<Optional<Boolean>> askYesNo(String question);

    /**
     * Ask for a value, once no other question is open. The stage gives it in its one spelling on the wire; it is empty
     * when there is no answer, or the person declines.
     */
    Request<Optional<String>> ask(String question, Slot<?> slot);

    /** Something that was asked of the robot. */
    interface Request<T> {
        /** Give how it ended. */
        CompletionStage<T> ending();

        /** Give it up; it ends as if nobody had heard it. */
        void cancel();
    }
}
