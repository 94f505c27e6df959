package dev.aizuchi.sim;

import dev.aizuchi.event.Percept;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tell what one robot's sensors say to whoever listens, unless it gets lost; guarded by the world's lock. */
final class Senses {
    private static final double LOST = 0.5;

    private final Outbox outbox;
    private final Random random;
    private final List<Consumer<Percept>> listeners = new CopyOnWriteArrayList<>();
    private boolean losing;

    Senses(Outbox outbox, Random random) {
        this.outbox = outbox;
        this.random = random;
    }

    void onPercept(Consumer<Percept> listener) {
        listeners.add(listener);
    }

    void setLosing(boolean isLosing) {
        losing = isLosing;
    }

    void tell(Percept percept) {
        if (losing && random.nextDouble() < LOST) {
            return;
        }
        listeners.forEach(listener -> outbox.add(() -> listener.accept(percept)));
    }
}
