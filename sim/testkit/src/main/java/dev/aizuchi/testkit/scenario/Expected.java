package dev.aizuchi.testkit.scenario;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.keigo.Level;
import dev.aizuchi.testkit.Expectation;
import dev.aizuchi.testkit.Transcript;
import dev.aizuchi.testkit.invariant.PoliteSpeech;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Expect an event in its place, or so many of it.
 *
 * @param event what is to happen
 * @param like a sentence that means the same as what is said
 * @param politeness how polite it is at least
 * @param within simulated time from the turn's beginning in which it must come
 * @param before what must not have come until then
 * @param count how often it comes in the whole window; without one, it comes in its place in the order
 */
record Expected(
        Expectation event,
        Optional<String> like,
        Optional<Level> politeness,
        Optional<Duration> within,
        Optional<Expectation> before,
        Optional<Count> count) {

    /** Count events, both ends included. */
    record Count(int least, int most) {
        @Override
        public String toString() {
            return least == most ? least + " times" : least + " to " + most + " times";
        }
    }

    /** Tell whether it must come after what stands before it in the list. */
    boolean isInOrder() {
        return count.isEmpty() && event.kind() != Expectation.Kind.NOTHING;
    }

    /** Give how often it may come, where that counts. */
    Count allowed() {
        return count.orElse(new Count(0, 0));
    }

    boolean matches(DialogueEvent happened, Transcript transcript, Meaning meaning) {
        if (!event.matches(happened, transcript)) {
            return false;
        }
        String text = text(happened);
        return like.filter(wanted -> meaning.likeness(wanted, text) < meaning.enough())
                        .isEmpty()
                && politeness
                        .filter(level -> !PoliteSpeech.reaches(text, level))
                        .isEmpty();
    }

    private static String text(DialogueEvent event) {
        if (event instanceof DialogueEvent.Said said) {
            return said.text();
        }
        return event instanceof DialogueEvent.Asked asked ? asked.text() : "";
    }

    /** Say what is expected, but for when. */
    String what() {
        return event
                + like.map(text -> " like " + text).orElse("")
                + politeness.map(level -> " at least " + level.wireName()).orElse("")
                + before.map(other -> " before " + other).orElse("")
                + count.map(number -> ", " + number).orElse("");
    }

    @Override
    public String toString() {
        return what()
                + within.map(time -> String.format(Locale.ROOT, " within %.1f s", time.toMillis() / 1e3))
                        .orElse("");
    }
}
