package dev.aizuchi.bus;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answer what others on a bus ask for, beside asking them: services and actions of one's own.
 *
 * <p>What is served is called on a thread of the adapter, which must not be held up. It is taken up again after an
 * outage of the link.
 */
public interface Host extends Bus {

    /**
     * Serve a service until the subscription is closed.
     *
     * @param answering gives the answer; what it gives or aborts with is sent, and where it fails nothing is, so that
     *     the caller's time runs out
     */
    Subscription serve(Endpoint service, Function<Datum.Fields, CompletionStage<Answer>> answering);

    /** Carry out the goals of an action until the subscription is closed. */
    Subscription carryOut(Endpoint action, Acting acting);

    /** Carry out the goals of an action. */
    @FunctionalInterface
    interface Acting {
        /**
         * Begin what a goal asks for.
         *
         * @param feedback takes what is told on the way, from any thread
         * @return how it ends, and the way to cancel it; empty where the goal is not accepted
         */
        Optional<Bus.Goal> begin(Datum.Fields goal, Consumer<Datum.Fields> feedback);
    }
}
