package dev.aizuchi.event;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.speech.Recognition;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Record a fact about the dialogue.
 *
 * <p>One stream of these is log, trace, test and display feed alike. {@code turn} counts a person's utterances from 1;
 * 0 is before the first. Texts in here are personal data: they may stand in the journal when the site allows it, never
 * in a log message.
 */
public sealed interface DialogueEvent {

    /** The turn to which the fact belongs. */
    long turn();

    /** When it became true. */
    Instant at();

    /** A person began to speak. */
    record SpeechStarted(long turn, Instant at) implements DialogueEvent {}

    /** The recogniser's view so far of a sentence that goes on. */
    record PartialHeard(long turn, Instant at, String text) implements DialogueEvent {}

    /** A person's sentence ended; {@code took} is from the end of the voice until the text. */
    record Heard(long turn, Instant at, Recognition recognition, Duration took) implements DialogueEvent {}

    /** Something was audible, but no words. */
    record NotHeard(long turn, Instant at) implements DialogueEvent {}

    /** A skill's intent was recognised; {@code confidence} from 0 to 1. */
    record Understood(
            long turn,
            Instant at,
            String skill,
            String intent,
            Map<String, String> slots,
            double confidence,
            Duration took)
            implements DialogueEvent {
        public Understood {
            slots = Map.copyOf(slots);
        }
    }

    /** No skill's intent was near enough. */
    record NotUnderstood(long turn, Instant at, Duration took) implements DialogueEvent {}

    /** The robot asked and waits for the answer: a yes or no, or else the value that it lacks. */
    record Asked(long turn, Instant at, String text, boolean yesNo) implements DialogueEvent {}

    /** The robot began to say a sentence; {@code smallTalk} tells that it neither informs nor promises. */
    record Said(long turn, Instant at, String text, boolean smallTalk) implements DialogueEvent {}

    /** The robot said a listener's small sound (はい) while the person went on speaking. */
    record Nodded(long turn, Instant at, String text) implements DialogueEvent {}

    /** The first sound of a sentence was played, so long after it had been decided on; none where nothing sounds. */
    record Sounding(long turn, Instant at, Duration took) implements DialogueEvent {}

    /** A sentence was heard to its end; none where nothing sounds. */
    record Spoken(long turn, Instant at) implements DialogueEvent {}

    /** The robot was cut short in a sentence; {@code text} is about what was heard of it by then. */
    record SpeechCut(long turn, Instant at, String text) implements DialogueEvent {}

    /** An act was accepted and begins once the robot has done what it is at. */
    record Deferred(long turn, Instant at, Action action) implements DialogueEvent {}

    /** The gate let an act through and the robot was ordered to begin it. */
    record Commanded(long turn, Instant at, String commandId, Action action) implements DialogueEvent {}

    /** The gate kept an act from the robot; the reason is fit to be spoken. */
    record Refused(long turn, Instant at, Action action, String rule, String reason) implements DialogueEvent {}

    /** A part from 0 to 1 of an act is done. */
    record Progressed(long turn, Instant at, String commandId, double done) implements DialogueEvent {}

    /** An act was done. */
    record Completed(long turn, Instant at, String commandId) implements DialogueEvent {}

    /** An act was not done. */
    record Failed(long turn, Instant at, String commandId, Outcome.Reason reason, String detail)
            implements DialogueEvent {}

    /** All motion was stopped and the latch set; {@code cause} names the way: word, event lane, link, key. */
    record Stopped(long turn, Instant at, String cause) implements DialogueEvent {}

    /** The stop latch was released by a person. */
    record Resumed(long turn, Instant at) implements DialogueEvent {}

    /** A sensor spoke. */
    record Perceived(long turn, Instant at, Percept percept) implements DialogueEvent {}

    /** A part of the runtime failed and goes on without; the message names the thing and the cure. */
    record Faulted(long turn, Instant at, String part, String message) implements DialogueEvent {}
}
