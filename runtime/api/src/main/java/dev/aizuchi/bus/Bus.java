package dev.aizuchi.bus;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Send to and hear from the parts of a robot: topics, services, actions.
 *
 * <p>All methods may be called from any thread and none waits for the other end. Stages complete and listeners are
 * called on a thread of the adapter, which must not be held up. A message that does not fit the endpoint's type is an
 * {@link IllegalArgumentException} that names the field; one that comes in broken is dropped, counted and logged
 * without its content.
 */
public interface Bus extends AutoCloseable {

    /** Publish a message; fields that it leaves out have their default. While the link is down it is lost. */
    void publish(Endpoint topic, Datum.Fields message);

    /** Hear the messages of a topic, those kept there first, until the subscription is closed. */
    Subscription subscribe(Endpoint topic, Consumer<Datum.Fields> listener);

    /**
     * Call a service.
     *
     * @return the answer, within the timeout; never completes exceptionally
     */
    CompletionStage<Answer> call(Endpoint service, Datum.Fields request, Duration timeout);

    /**
     * Set a goal to an action.
     *
     * @param accepting time in which the other end must have accepted it; how long the act may take is the caller's to
     *     watch
     * @param feedback is given what the other end tells on its way
     */
    Goal begin(Endpoint action, Datum.Fields goal, Duration accepting, Consumer<Datum.Fields> feedback);

    /** Tell whether the other ends can be reached, now and at each change. */
    void onLink(Consumer<Boolean> listener);

    /**
     * Give a message of a type with every field at its default, each sequence with one item, as a pattern of what may
     * stand in it; empty on a bus without types.
     *
     * @throws IllegalArgumentException where the type is not known; the message says where it was looked for
     */
    Optional<Datum.Fields> pattern(String type, Part part);

    @Override
    void close();

    /** Hold on to a topic. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** A goal that is under way. */
    interface Goal {
        /** Give the end; never completes exceptionally. */
        CompletionStage<Answer> ending();

        /**
         * Ask the other end to give up; the goal ends as cancelled when it has. May be asked again: where the link was
         * lost and is back, what the goal left running there is ended, even if that ends the goals of others with it.
         */
        void cancel();
    }

    /** Which message of an endpoint's type is meant. */
    enum Part {
        /** What a topic carries. */
        MESSAGE,
        /** What a service is asked. */
        REQUEST,
        /** What it answers. */
        RESPONSE,
        /** What an action is set. */
        GOAL,
        /** What it tells at the end. */
        RESULT,
        /** What it tells on its way. */
        FEEDBACK
    }
}
