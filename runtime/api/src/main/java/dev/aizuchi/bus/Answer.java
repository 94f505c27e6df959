package dev.aizuchi.bus;

import dev.aizuchi.robot.Outcome;

/** Tell how a call or a goal on a bus ended. */
public sealed interface Answer {

    /** The other end did it; what it says with that. */
    record Given(Datum.Fields content) implements Answer {}

    /** The other end began and gave up; what it says with that. */
    record Aborted(Datum.Fields content) implements Answer {}

    /** There is no answer: nobody is there, the time is up, the goal was not accepted, or it was cancelled. */
    record Failed(Outcome.Reason reason, String detail) implements Answer {}
}
