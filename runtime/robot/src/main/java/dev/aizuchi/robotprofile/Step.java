package dev.aizuchi.robotprofile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
 * @param closing what is published when the repeating ends, however it ends; all fields at their default when absent,
 *     which is zero
 * @param withinS seconds in which the answer, the acceptance or the awaited message must come; 5 when absent
 * @param until what the awaited message must look like
 * @param outcome what the answer means, the first that fits; without one an answer is success
 * @param aborted what it means when the robot gives up and no outcome fits; {@code fault} when absent
 * @param progress expression over feedback of the done part, from 0 to 1
 * @param remaining expression over feedback of what is left, in any unit; the first one told is the whole
 */
record Step(
        String on,
        @Nullable String publish,
        @Nullable String call,
        @Nullable String goal,
        @Nullable String await,
        String type,
        Endpoint.Delivery delivery,
        JsonNode fields,
        @Nullable String forS,
        double rateHz,
        JsonNode closing,
        double withinS,
        @Nullable Condition until,
        List<Ending> outcome,
        Ending.Then aborted,
        @Nullable String progress,
        @Nullable String remaining) {
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
        fields = object("fields", fields);
        closing = object("closing", closing);
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
        String name = Stream.of(publish, call, goal, await)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new Endpoint(Template.text(name, order), type, delivery);
    }

    Datum.Fields message(Datum.Fields order) {
        return (Datum.Fields) Template.fill(fields, order);
    }

    Datum.Fields closing(Datum.Fields order) {
        return (Datum.Fields) Template.fill(closing, order);
    }

    Duration within() {
        return Duration.ofMillis(Math.round(withinS * 1_000));
    }

    private static JsonNode object(String key, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException(key + " is a map from field to value");
        }
        return node;
    }
}
