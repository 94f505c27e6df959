package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Count the turns and stamp the events; lives on the dialogue thread. */
final class Turns {

    /** Make an event of a turn and a time. */
    @FunctionalInterface
    interface Stamped {
        DialogueEvent at(long turn, Instant at);
    }

    private final InstantSource clock;
    private final Consumer<DialogueEvent> events;
    private long turn;

    Turns(InstantSource clock, Consumer<DialogueEvent> events) {
        this.clock = clock;
        this.events = events;
    }

    void next() {
        turn++;
    }

    long current() {
        return turn;
    }

    void emit(Stamped event) {
        emit(turn, event);
    }

    /** Emit what belongs to an earlier turn, such as the end of an act that was ordered then. */
    void emit(long ofTurn, Stamped event) {
        events.accept(event.at(ofTurn, clock.instant()));
    }

    void fault(String part, String message) {
        emit((at, when) -> new DialogueEvent.Faulted(at, when, part, message));
    }
}
