package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import java.util.List;
import java.util.stream.Stream;

/** Give what an agent has told, in order. */
final class Told {
    private Told() {}

    static List<String> said(List<DialogueEvent> events) {
        return of(events, DialogueEvent.Said.class)
                .map(DialogueEvent.Said::text)
                .toList();
    }

    static List<String> asked(List<DialogueEvent> events) {
        return of(events, DialogueEvent.Asked.class)
                .map(DialogueEvent.Asked::text)
                .toList();
    }

    /** Give the intents that were understood, joined by +. */
    static String understood(List<DialogueEvent> events) {
        return of(events, DialogueEvent.Understood.class)
                .map(DialogueEvent.Understood::intent)
                .reduce((first, second) -> first + "+" + second)
                .orElse("");
    }

    static DialogueEvent.Understood lastUnderstood(List<DialogueEvent> events) {
        return of(events, DialogueEvent.Understood.class)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static <E extends DialogueEvent> Stream<E> of(List<DialogueEvent> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }
}
