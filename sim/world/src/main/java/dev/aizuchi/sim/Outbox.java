package dev.aizuchi.sim;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Holds calls to listeners back until the world's lock is free; safe on any thread. */
final class Outbox {
    private static final System.Logger LOG = System.getLogger(Outbox.class.getName());

    private final Queue<Runnable> calls = new ConcurrentLinkedQueue<>();
    private final List<Consumer<WorldEvent>> eventListeners = new CopyOnWriteArrayList<>();

    void onEvent(Consumer<WorldEvent> listener) {
        eventListeners.add(listener);
    }

    void add(Runnable call) {
        calls.add(call);
    }

    void add(WorldEvent event) {
        eventListeners.forEach(listener -> calls.add(() -> listener.accept(event)));
    }

    /** Make all calls in their order; one that throws does not keep the others from being made. */
    void deliver() {
        for (Runnable call = calls.poll(); call != null; call = calls.poll()) {
            try {
                call.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "a listener of the simulated world threw; it is called on", e);
            }
        }
    }
}
