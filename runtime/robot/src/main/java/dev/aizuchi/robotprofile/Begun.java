package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Know what an order has set going, and end it: zero, the cancelling of goals, what the file has for that. */
final class Begun {
    private record Pursued(String bus, Bus.Goal goal) {}

    private final Sender sender;
    private final List<Step> cancel;
    private final List<Step> repeated = new ArrayList<>();
    private final List<Pursued> goals = new ArrayList<>();
    private @Nullable Step open;
    private boolean early;

    /** @param cancel what is sent when the order ends early */
    Begun(Sender sender, List<Step> cancel) {
        this.sender = sender;
        this.cancel = cancel;
    }

    /** Note that a message is repeated from now on, until that is closed. */
    void open(Step step) {
        open = step;
        repeated.add(step);
    }

    boolean isOpen(Step step) {
        return step.equals(open);
    }

    /** Publish the zero of what is repeated; does nothing when it has been. */
    void close() {
        if (open != null) {
            sender.close(open);
            open = null;
        }
    }

    Bus.Goal pursue(Step step, Consumer<Datum.Fields> feedback) {
        Bus.Goal goal = sender.begin(step, feedback);
        goals.add(new Pursued(step.on(), goal));
        return goal;
    }

    /** End it all; {@code endedEarly} unless all was done. */
    void end(boolean endedEarly) {
        early = endedEarly;
        close();
        cancel(bus -> true);
    }

    /** Say the end once more, on a bus over which it may not have been heard. */
    void endAgain(String bus) {
        repeated.stream().filter(step -> step.on().equals(bus)).forEach(sender::close);
        cancel(bus::equals);
    }

    private void cancel(Predicate<String> bus) {
        if (early) {
            goals.stream().filter(goal -> bus.test(goal.bus)).forEach(goal -> goal.goal.cancel());
            sender.tell(cancel.stream().filter(step -> bus.test(step.on())).toList());
        }
    }
}
