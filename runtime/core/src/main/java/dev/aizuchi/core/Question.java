package dev.aizuchi.core;

import dev.aizuchi.skill.Turn;
import org.jspecify.annotations.Nullable;

/** Something that the robot has asked and to which it awaits the answer. */
sealed interface Question {

    /** Give the words, fit to be asked once more. */
    String text();

    /** Go on without an answer: time is over, or the person spoke of something else. */
    Runnable dropped();

    /**
     * Answered by yes or no.
     *
     * @param guarded whether a yes lets something happen that the gate wants confirmed
     * @param about the turn to which a yes gives its way; null where a yes is to no wish of before
     */
    record YesNo(String text, boolean guarded, @Nullable Turn about, Runnable yes, Runnable no, Runnable dropped)
            implements Question {
        void answer(boolean agreed) {
            (agreed ? yes : no).run();
        }
    }

    /** Answered by which of two is meant, by both or by neither. */
    record Either(String text, Meant first, Meant second) implements Question {
        @Override
        public Runnable dropped() {
            return () -> {};
        }
    }

    /** What may have been meant, and the skill's own words for it. */
    record Meant(Wish wish, String words) {}

    /** Answered by a slot's value, with which the intent is answered anew. */
    record Slot(String text, String slot, Turn about, Runnable dropped) implements Question {
        Slot(String text, String slot, Turn about) {
            this(text, slot, about, () -> {});
        }
    }
}
