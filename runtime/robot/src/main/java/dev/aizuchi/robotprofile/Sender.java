package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Send what steps say, filled with the values of one order, and hear what comes back. */
record Sender(Wires wires, Datum.Fields values) {
    private static final System.Logger LOG = System.getLogger(Sender.class.getName());

    void publish(Step step) {
        wires.bus(step.on()).publish(step.endpoint(values), step.message(values));
    }

    CompletionStage<Answer> call(Step step) {
        return wires.bus(step.on()).call(step.endpoint(values), step.message(values), step.within());
    }

    Bus.Goal begin(Step step, Consumer<Datum.Fields> feedback) {
        return wires.bus(step.on()).begin(step.endpoint(values), step.message(values), step.within(), feedback);
    }

    Bus.Subscription hear(Step step, Consumer<Datum.Fields> listener) {
        return wires.bus(step.on()).subscribe(step.endpoint(values), listener);
    }

    /** Publish the zero of a repeated motion. */
    void close(Step step) {
        unfailing(() -> wires.bus(step.on()).publish(step.endpoint(values), step.closing(values)));
    }

    /** Publish and call what needs no answer. */
    void tell(List<Step> steps) {
        for (Step step : steps) {
            unfailing(() -> {
                if (step.publish() != null) {
                    publish(step);
                } else if (step.call() != null) {
                    call(step);
                }
            });
        }
    }

    /** What is wrong with one message that ends something does not keep the others. */
    static void unfailing(Runnable sending) {
        try {
            sending.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a message of the robot file cannot be sent: {0}", e.getMessage());
        }
    }
}
