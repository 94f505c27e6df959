package dev.aizuchi.mqtt.homie;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Know the devices of a house, and see to it that they become as was asked; confined to one thread.
 *
 * <p>A value is sent again until the device answers by {@code $target} or by the value itself, as the convention
 * allows; an event, whose value is not kept, is sent once. It is done when the device tells the value.
 */
final class House {
    private static final System.Logger LOG = System.getLogger(House.class.getName());
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int REMEMBERED = 1024;

    /** Publish to a topic below the root; returns false without a link. */
    interface Publisher {
        boolean publish(String topic, byte[] payload, int qos);
    }

    private final HomieSettings settings;
    private final Publisher publisher;
    private final Map<String, String> states = new HashMap<>();
    private final Map<String, Description> descriptions = new TreeMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, CompletableFuture<Outcome>> known = new LinkedHashMap<>();
    private final List<Wish> open = new ArrayList<>();
    private @Nullable Map<String, Act> acts;
    private boolean latched;

    House(HomieSettings settings, Publisher publisher) {
        this.settings = settings;
        this.publisher = publisher;
    }

    /** Offer what the devices allow that have shown themselves; later ones are left for the next start. */
    Map<String, Act> settle() {
        Map<String, Act> settled = Act.of(properties());
        acts = settled;
        return settled;
    }

    private List<Property> properties() {
        return descriptions.values().stream()
                .flatMap(device -> device.settable().stream())
                .toList();
    }

    /** Take a message, its topic below the root. */
    void told(String topic, byte[] payload) {
        String[] levels = topic.split("/", -1);
        String text = new String(payload, StandardCharsets.UTF_8);
        if (levels.length == 2 && levels[1].equals("$state")) {
            states.put(levels[0], text);
            failLost();
        } else if (levels.length == 2 && levels[1].equals("$description")) {
            describe(levels[0], payload);
        } else if (levels.length == 3) {
            values.put(topic, text);
            open.forEach(wish -> answered(wish, topic, text));
        } else if (levels.length == 4 && levels[3].equals("$target")) {
            String path = topic.substring(0, topic.length() - "/$target".length());
            targets.put(path, text);
            open.forEach(wish -> wish.answered |= isWished(wish, path, text));
        }
        finish();
    }

    private void describe(String device, byte[] payload) {
        try {
            boolean late = acts != null && !descriptions.containsKey(device);
            descriptions.put(device, Description.read(device, payload, settings.places()));
            if (late) {
                LOG.log(Level.INFO, "Homie device {0} is new; it can be used after a restart", device);
            }
        } catch (IOException e) {
            descriptions.remove(device);
            LOG.log(Level.WARNING, "Homie device {0} is left out: {1}", device, e.getMessage());
        }
    }

    private static boolean isWished(Wish wish, String path, String payload) {
        return wish.left.stream()
                .anyMatch(setting -> setting.property().path().equals(path) && isSame(setting, payload));
    }

    private static boolean isSame(Act.Setting setting, String payload) {
        return setting.property().format().isSame(setting.payload(), payload);
    }

    private static void answered(Wish wish, String path, String payload) {
        wish.answered |=
                wish.left.removeIf(setting -> setting.property().path().equals(path) && isSame(setting, payload));
    }

    private void finish() {
        end(wish -> wish.left.isEmpty(), new Completed());
    }

    private void end(Predicate<Wish> which, Outcome how) {
        List<Wish> ended = open.stream().filter(which).toList();
        open.removeAll(ended);
        ended.forEach(wish -> wish.outcome.complete(how));
    }

    void begin(Command command, CompletableFuture<Outcome> outcome) {
        CompletableFuture<Outcome> earlier = known.putIfAbsent(command.id(), outcome);
        if (earlier != null) {
            var unused = earlier.thenAccept(outcome::complete);
            return;
        }
        if (known.size() > REMEMBERED) {
            known.remove(known.keySet().iterator().next());
        }
        Act act = acts == null ? null : acts.get(command.action().name());
        if (act == null) {
            outcome.complete(new Failed(Reason.IMPOSSIBLE, "no device of the house can do that"));
            return;
        }
        if (latched && act.capability().moves()) {
            outcome.complete(new Failed(Reason.STOPPED, "a stop is latched"));
            return;
        }
        begin(command, act, outcome);
    }

    private void begin(Command command, Act act, CompletableFuture<Outcome> outcome) {
        Action action = command.action();
        List<Act.Setting> wanted = act.setter().settings(action, this::value);
        Optional<String> lost = wanted.stream()
                .map(setting -> setting.property().device())
                .filter(device -> !isReady(device))
                .findFirst();
        if (wanted.isEmpty()) {
            outcome.complete(new Failed(Reason.IMPOSSIBLE, "no device of the house can do it as asked"));
        } else if (lost.isPresent()) {
            outcome.complete(new Failed(Reason.UNREACHABLE, "device " + lost.get() + " is " + stateOf(lost.get())));
        } else {
            Wish wish = new Wish(command, act, wanted, System.nanoTime(), outcome);
            open.add(wish);
            send(wish, wish.begun, setting -> true);
            // What is so already need not be told again by the device.
            wish.left.removeIf(setting -> setting.property().retained()
                    && value(setting.property())
                            .filter(now -> isSame(setting, now))
                            .isPresent()
                    && !isUnderWay(setting));
            finish();
        }
    }

    /** Tell whether a device is on its way to some other value. */
    private boolean isUnderWay(Act.Setting setting) {
        String target = targets.get(setting.property().path());
        return target != null && !isSame(setting, target);
    }

    private Optional<String> value(Property property) {
        return Optional.ofNullable(values.get(property.path()));
    }

    private void send(Wish wish, long now, Predicate<Act.Setting> which) {
        wish.sentAt = now;
        wish.left.stream().filter(which).forEach(setting -> {
            Property property = setting.property();
            byte[] payload = setting.payload().getBytes(StandardCharsets.UTF_8);
            publisher.publish(property.path() + "/set", payload, property.retained() ? 2 : 0);
        });
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
        for (Wish wish : List.copyOf(open)) {
            wish.left.stream()
                    .map(setting -> setting.property().device())
                    .filter(device -> !isReady(device))
                    .findFirst()
                    .ifPresent(device -> end(
                            wish::equals,
                            new Failed(Reason.UNREACHABLE, "device " + device + " is " + stateOf(device))));
        }
    }

    private boolean isReady(String device) {
        return stateOf(device).equals("ready");
    }

    /** Give a device's state; that of a lost root is that of all its children. */
    private String stateOf(String device) {
        Description description = descriptions.get(device);
        String root = description == null ? device : description.root();
        return "lost".equals(states.get(root)) ? "lost" : states.getOrDefault(device, "unknown");
    }

    void cancel(String id) {
        end(wish -> wish.command.id().equals(id), new Failed(Reason.CANCELLED, "cancelled; what was set stays"));
    }

    /** Latch, and fail what moves or was halted. */
    void stopped() {
        latched = true;
        end(wish -> wish.moves || wish.canHalt(), new Failed(Reason.STOPPED, "stopped"));
    }

    void resume() {
        latched = false;
    }

    void close() {
        end(wish -> true, new Failed(Reason.UNREACHABLE, "the runtime closed"));
    }
}
