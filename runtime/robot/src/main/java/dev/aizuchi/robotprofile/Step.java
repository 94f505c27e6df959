package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.robot.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Send one message, call one service, set one goal, or wait for one message; exactly one of these four.
 *
 * @param on name of the bus
 * @param publish topic to publish to
 * @param call service to call
 * @param goal action to set a goal to
 * @param await topic on which to wait until {@code until} holds
 * @param type type of the messages; absent on a bus without types
 * @param delivery how a topic's messages are delivered; {@code reliable} when absent
 * @param fields what is sent; fields left out have their default
 * @param forS expression of the seconds for which the message is repeated; absent for once
 * @param rateHz how often it is repeated; 10 when absent
 * @param closing what is published when the repeating ends, however it ends; {@code {}} is all fields at their default,
 *     which is zero where the bus has types. A motion must have one
 * @param withinS seconds in which the answer, the acceptance or the awaited message must come; 5 when absent
 * @param until what the awaited message must look like
 * @param outcome what the answer means, the first that fits; without one an answer is success
 * @param aborted what it means when the robot gives up and no outcome fits; {@code fault} when absent
 * @param progress expression over feedback of the done part, from 0 to 1
 * @param remaining expression over feedback of what is left, in any unit; the first one told is the whole
 */
record Step(
        String on,
        Template.@Nullable Text publish,
        Template.@Nullable Text call,
        Template.@Nullable Text goal,
        Template.@Nullable Text await,
        String type,
        Endpoint.Delivery delivery,
        Template fields,
        @Nullable Expression forS,
        double rateHz,
        @Nullable Template closing,
        double withinS,
        @Nullable Condition until,
        List<Ending> outcome,
        Ending.Then aborted,
        @Nullable Expression progress,
        @Nullable Expression remaining) {
    Step {
        Objects.requireNonNull(on, "on is missing: the name of a bus");
        if (Stream.of(publish, call, goal, await).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("a step is one of publish, call, goal, await, with the endpoint's name");
        }
        if ((await == null) != (until == null)) {
            throw new IllegalArgumentException("await and until belong together");
        }
        if (forS != null && publish == null) {
            throw new IllegalArgumentException("for-s goes with publish alone");
        }
        type = type == null ? "" : type;
        delivery = delivery == null ? Endpoint.Delivery.RELIABLE : delivery;
        fields = fields == null ? Template.NONE : fields;
        if (!(fields instanceof Template.Group) || !(closing == null || closing instanceof Template.Group)) {
            throw new IllegalArgumentException("fields and closing are maps from field to value");
        }
        rateHz = rateHz == 0 ? 10 : rateHz;
        withinS = withinS == 0 ? 5 : withinS;
        outcome = outcome == null ? List.of() : List.copyOf(outcome);
        aborted = aborted == null ? Ending.Then.FAULT : aborted;
        if (!(rateHz >= 1 && rateHz <= 100)) {
            throw new IllegalArgumentException("rate-hz must be from 1 to 100, but is " + rateHz);
        }
        if (!(withinS > 0 && withinS <= 86_400)) {
            throw new IllegalArgumentException("within-s must be above 0 and up to 86400, but is " + withinS);
        }
    }

    /** Give the endpoint of one order: its name may hold arguments. */
    Endpoint endpoint(Datum.Fields order) {
        Template.Text name = Stream.of(publish, call, goal, await)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new Endpoint(name.text(order), type, delivery);
    }

    Datum.Fields message(Datum.Fields order) {
        return (Datum.Fields) fields.in(order);
    }

    Datum.Fields closing(Datum.Fields order) {
        return closing == null ? Datum.Fields.NONE : (Datum.Fields) closing.in(order);
    }

    Duration within() {
        return Duration.ofMillis(Math.round(withinS * 1_000));
    }

    /**
     * Say how an order fails by an answer; empty where it goes on.
     *
     * @throws IllegalArgumentException when a condition cannot be looked up in it
     */
    Optional<Outcome> failure(Answer answer, Datum.Fields order) {
        if (answer instanceof Answer.Given given) {
            return failure(given.content(), order, new Outcome.Completed());
        }
        if (answer instanceof Answer.Aborted given) {
            return failure(given.content(), order, aborted.outcome("the robot gave up"));
        }
        Answer.Failed failed = (Answer.Failed) answer;
        return Optional.of(new Outcome.Failed(failed.reason(), failed.detail()));
    }

    /** Say the same by what was said; {@code otherwise} is what it means where no {@code outcome} fits. */
    Optional<Outcome> failure(Datum.Fields said, Datum.Fields order, Outcome otherwise) {
        Outcome found = outcome.stream()
                .filter(ending -> ending.when().holds(said, order))
                .findFirst()
                .map(ending -> ending.then().outcome(ending.when().value() + " is so"))
                .orElse(otherwise);
        return found instanceof Outcome.Completed ? Optional.empty() : Optional.of(found);
    }
}
