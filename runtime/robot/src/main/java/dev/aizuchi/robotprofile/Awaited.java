package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Hear the topics on which the steps of an order await a message: from its begin on, since what answers a message may
 * come before the message is seen as sent.
 */
final class Awaited {
    private final Sender sender;
    private final Consumer<Optional<Outcome>> follow;
    private final List<Bus.Subscription> subscriptions = new ArrayList<>();
    private final Set<Integer> met = new HashSet<>();
    private int reached = -1;

    /** @param follow is given how the order fails, or nothing where it goes on; called without a lock */
    Awaited(Sender sender, Consumer<Optional<Outcome>> follow) {
        this.sender = sender;
        this.follow = follow;
    }

    void listen(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int at = i;
            if (step.await() != null) {
                subscriptions.add(sender.hear(step, said -> hear(at, step, said)));
            }
        }
    }

    /** Wait at a step from now on; tells whether what it waits for has come already. */
    synchronized boolean reach(int at) {
        reached = at;
        return met.contains(at);
    }

    synchronized boolean isMet(int at) {
        return met.contains(at);
    }

    private void hear(int at, Step step, Datum.Fields said) {
        Optional<Outcome> failure;
        synchronized (this) {
            try {
                if (met.contains(at) || step.until() == null || !step.until().holds(said, sender.values())) {
                    return;
                }
                failure = step.failure(said, sender.values(), new Outcome.Completed());
            } catch (IllegalArgumentException e) {
                // A message of somebody else on the same topic.
                return;
            }
            met.add(at);
            if (failure.isEmpty() && reached != at) {
                return;
            }
        }
        follow.accept(failure);
    }

    void close() {
        subscriptions.forEach(Bus.Subscription::close);
    }
}
