package dev.aizuchi.robotprofile;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remember what the robot may not have heard of: orders that ended while a link was down or shortly before that showed,
 * or because the robot itself was not heard; and stops. They are said again before anything new begins.
 *
 * <p>May be used from any thread; nothing is sent while holding the lock.
 */
final class Unheard {
    /** A link may be dead for so long before that shows: three heartbeats of rosbridge, MQTT's keep-alive. */
    static final Duration DOUBT = Duration.ofSeconds(10);

    private record Ended(Duration at, Order order) {}

    private final Deque<Ended> recent = new ArrayDeque<>();
    private final Map<String, Duration> lost = new HashMap<>();
    private final Map<String, Duration> back = new HashMap<>();
    private final Map<String, Set<Order>> owed = new HashMap<>();
    private Duration stopped = Duration.ofDays(-1);

    /**
     * Note that an order has ended, and whether the robot was heard meanwhile.
     *
     * @return over which buses it must be ended once more: their link came back lately, perhaps between the end, which
     *     was lost, and this note of it
     */
    synchronized Set<String> ended(Order order, Duration now, boolean heard) {
        recent.add(new Ended(now, order));
        while (recent.getFirst().at().compareTo(now.minus(DOUBT)) < 0) {
            recent.removeFirst();
        }
        boolean all = order.act().moves() && !heard;
        (all ? order.act().buses() : lost.keySet()).forEach(bus -> owe(bus, order));
        return order.act().buses().stream()
                .filter(bus -> back.containsKey(bus) && back.get(bus).compareTo(now.minus(DOUBT)) >= 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    synchronized void stopped(Duration now) {
        stopped = now;
    }

    /** Note that a link is lost. */
    synchronized void lost(String bus, Duration now) {
        lost.putIfAbsent(bus, now);
        recent.stream().filter(one -> one.at().compareTo(now.minus(DOUBT)) >= 0).forEach(one -> owe(bus, one.order()));
    }

    /** Tell whether a stop may not have been heard over a link that was lost. */
    synchronized boolean isStopOwed(String bus) {
        Duration since = lost.get(bus);
        return since != null && stopped.compareTo(since.minus(DOUBT)) >= 0;
    }

    /** Tell whether something is still to be ended where this act would go. */
    synchronized boolean isOwed(Act act) {
        return act.buses().stream().anyMatch(bus -> owed.containsKey(bus) || lost.containsKey(bus));
    }

    /** End again, over a bus that is up, all that must be. */
    void settle(String bus, Duration now) {
        List<Order> orders;
        synchronized (this) {
            orders = List.copyOf(owed.getOrDefault(bus, Set.of()));
        }
        orders.forEach(order -> order.endAgain(bus));
        synchronized (this) {
            // A link that is lost once more may have swallowed this too.
            orders.forEach(order -> recent.add(new Ended(now, order)));
            Set<Order> rest = owed.getOrDefault(bus, new LinkedHashSet<>());
            rest.removeAll(Set.copyOf(orders));
            if (rest.isEmpty()) {
                owed.remove(bus);
            }
        }
    }

    /** {@link #settle} over a link that is back, after a stop has been said over it. */
    void back(String bus, Duration now) {
        synchronized (this) {
            if (isStopOwed(bus)) {
                stopped = now;
            }
            // First, so that who notes an end from now on knows that the link has been away.
            if (lost.remove(bus) != null) {
                back.put(bus, now);
            }
        }
        settle(bus, now);
    }

    private void owe(String bus, Order order) {
        if (order.act().buses().contains(bus)) {
            owed.computeIfAbsent(bus, name -> new LinkedHashSet<>()).add(order);
        }
    }
}
