package dev.aizuchi.mqtt.homie;

import dev.aizuchi.mqtt.Once;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * See to it that the devices of a house become as was asked; confined to one thread.
 *
 * <p>A value is sent again until the device answers by {@code $target} or by the value itself, as the convention
 * allows; an event, whose value is not kept, is sent once. It is done when the device tells the value.
 */
final class House {
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Publish to a topic below the root; returns false without a link. */
    interface Publisher {
        boolean publish(String topic, byte[] payload, int qos);
    }

    private final Latch latch;
    private final Devices devices;
    private final Consumer<Map<String, Act>> offered;
    private final Once once = new Once();
    private final List<Wish> open = new ArrayList<>();
    private Map<String, Act> acts = Map.of();

    /** @param offered is told what the devices allow whenever that changes */
    House(HomieSettings settings, Latch latch, Consumer<Map<String, Act>> offered) {
        this.devices = new Devices(settings.places());
        this.latch = latch;
        this.offered = offered;
    }

    private void offer() {
        acts = Act.of(devices.settable());
        latch.halts(acts.values().stream().flatMap(act -> act.halt().stream()).toList());
        offered.accept(acts);
    }

    /** Take a message, its topic below the root. */
    void told(String topic, byte[] payload) {
        String[] levels = topic.split("/", -1);
        String text = new String(payload, StandardCharsets.UTF_8);
        if (levels.length == 2 && levels[1].equals("$state")) {
            if (devices.state(levels[0], text)) {
                latch.returned(levels[0]);
            }
            failLost();
        } else if (levels.length == 2 && levels[1].equals("$description")) {
            if (devices.describe(levels[0], payload)) {
                offer();
                failGone();
            }
        } else if (levels.length == 3) {
            devices.value(topic, text);
            open.forEach(wish -> wish.told(topic, text));
        } else if (levels.length == 4 && levels[3].equals("$target")) {
            String path = topic.substring(0, topic.lastIndexOf('/'));
            devices.target(path, text);
            open.forEach(wish -> wish.accepted(path, text));
        }
        finish();
    }

    private void finish() {
        end(wish -> wish.left.isEmpty(), new Completed());
    }

    private void end(Predicate<Wish> which, Outcome how) {
        List<Wish> ended = open.stream().filter(which).toList();
        open.removeAll(ended);
        ended.forEach(wish -> wish.outcome.complete(how));
    }

    /** Take an act on; {@code stopsBefore} stops were given before it. */
    void begin(Command command, long stopsBefore, CompletableFuture<Outcome> outcome) {
        if (!once.isNew(command.id(), outcome)) {
            return;
        }
        Act act = acts.get(command.action().name());
        if (act == null) {
            outcome.complete(new Failed(Reason.IMPOSSIBLE, "no device of the house can do that"));
            return;
        }
        if (latch.isLatched() && act.capability().moves()) {
            outcome.complete(new Failed(Reason.STOPPED, "a stop is latched"));
            return;
        }
        begin(command, act, stopsBefore, outcome);
    }

    private void begin(Command command, Act act, long stopsBefore, CompletableFuture<Outcome> outcome) {
        Action action = command.action();
        List<Act.Setting> wanted = act.setter().settings(action, devices::value);
        Optional<String> lost = wanted.stream()
                .map(setting -> setting.property().device())
                .filter(device -> !devices.isReady(device))
                .findFirst();
        if (wanted.isEmpty()) {
            outcome.complete(new Failed(Reason.IMPOSSIBLE, "no device of the house can do it as asked"));
        } else if (lost.isPresent()) {
            outcome.complete(
                    new Failed(Reason.UNREACHABLE, "device " + lost.get() + " is " + devices.stateOf(lost.get())));
        } else {
            Wish wish = new Wish(command, act, wanted, stopsBefore, System.nanoTime(), outcome);
            open.add(wish);
            send(wish, wish.begun, setting -> true);
            endStopped();
            // What is so already need not be told again by the device.
            wish.left.removeIf(devices::isSo);
            finish();
        }
    }

    private void send(Wish wish, long now, Predicate<Act.Setting> which) {
        wish.sentAt = now;
        latch.set(wish, wish.left.stream().filter(which).toList());
    }

    /** Look at the clock: send again, and give up. */
    void tick(long now) {
        for (Wish wish : List.copyOf(open)) {
            if (now - wish.begun > wish.command.deadline().toNanos()) {
                Failed failed = wish.answered
                        ? new Failed(Reason.TIMED_OUT, "the device has not come to it by the deadline")
                        : new Failed(Reason.UNREACHABLE, "the device does not answer");
                end(wish::equals, failed);
            } else if (!wish.answered && now - wish.sentAt > AGAIN_NANOS) {
                send(wish, now, setting -> setting.property().retained());
            }
        }
    }

    private void failLost() {
        fail(
                property -> !devices.isReady(property.device()),
                property -> "device " + property.device() + " is " + devices.stateOf(property.device()));
    }

    /** Fail what waits for something that a device no longer has. */
    private void failGone() {
        fail(property -> !devices.has(property), property -> property.path() + " is gone");
    }

    private void fail(Predicate<Property> which, Function<Property, String> why) {
        for (Wish wish : List.copyOf(open)) {
            wish.left.stream()
                    .map(Act.Setting::property)
                    .filter(which)
                    .findFirst()
                    .ifPresent(property -> end(wish::equals, new Failed(Reason.UNREACHABLE, why.apply(property))));
        }
    }

    void cancel(String id) {
        end(wish -> wish.command.id().equals(id), new Failed(Reason.CANCELLED, "cancelled; what was set stays"));
    }

    /** Fail what moves or was halted by a stop that came after it. */
    void endStopped() {
        long stops = latch.stops();
        end(wish -> wish.isStopped(stops), new Failed(Reason.STOPPED, "stopped"));
    }

    void close() {
        end(wish -> true, new Failed(Reason.UNREACHABLE, "the runtime closed"));
    }
}
