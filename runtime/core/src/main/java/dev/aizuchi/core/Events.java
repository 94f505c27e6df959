package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import java.util.List;
import java.util.function.Consumer;

/** Hand each event to all observers; one that throws harms neither the others nor the dialogue. */
final class Events implements Consumer<DialogueEvent> {
    private static final System.Logger LOG = System.getLogger(Events.class.getName());
    private final List<Consumer<DialogueEvent>> observers;

    Events(List<Consumer<DialogueEvent>> observers) {
        this.observers = List.copyOf(observers);
    }

    @Override
    public void accept(DialogueEvent event) {
        for (Consumer<DialogueEvent> observer : observers) {
            try {
                observer.accept(event);
            } catch (RuntimeException e) {
                // Only the class: an observer's message may quote what was said.
                LOG.log(System.Logger.Level.WARNING, "an observer failed with {0}", e.getClass());
            }
        }
    }
}
