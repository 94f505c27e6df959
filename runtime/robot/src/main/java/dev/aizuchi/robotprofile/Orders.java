package dev.aizuchi.robotprofile;

import dev.aizuchi.robot.Outcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Remember which orders were given, so that each is carried out once, and which run. */
final class Orders {
    private static final int REMEMBERED = 4_096;

    private final Map<String, CompletableFuture<Outcome>> given = new LinkedHashMap<>();
    private final Map<String, Order> running = new HashMap<>();

    /** Begin an order that is not known; give a known one's stage. */
    CompletionStage<Outcome> once(String id, Supplier<CompletionStage<Outcome>> beginning) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        synchronized (this) {
            CompletableFuture<Outcome> known = given.putIfAbsent(id, outcome);
            if (known != null) {
                return known.minimalCompletionStage();
            }
            if (given.size() > REMEMBERED) {
                given.keySet().stream()
                        .filter(old -> !running.containsKey(old) && !old.equals(id))
                        .findFirst()
                        .ifPresent(given::remove);
            }
        }
        beginning.get().thenAccept(outcome::complete);
        return outcome.minimalCompletionStage();
    }

    /** Let an order run; refuses a second motion. */
    synchronized boolean run(String id, Order order) {
        if (order.act().moves() && motion().isPresent()) {
            return false;
        }
        running.put(id, order);
        return true;
    }

    /** Give the motion that is under way. */
    synchronized Optional<Order> motion() {
        return running.values().stream().filter(order -> order.act().moves()).findFirst();
    }

    synchronized void ended(Order order) {
        running.values().remove(order);
    }

    synchronized Optional<Order> find(String id) {
        return Optional.ofNullable(running.get(id));
    }

    /** Give those that go over a bus. */
    List<Order> over(String bus) {
        return all().stream().filter(order -> order.act().buses().contains(bus)).toList();
    }

    synchronized List<Order> all() {
        return List.copyOf(running.values());
    }
}
