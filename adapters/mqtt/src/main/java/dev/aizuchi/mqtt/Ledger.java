package dev.aizuchi.mqtt;

import dev.aizuchi.robot.Outcome;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remember the orders that came to the robot, so that none is carried out twice; confined to one thread. */
final class Ledger {
    private static final int REMEMBERED = 1024;

    private static final class Entry {
        final boolean moves;

        @Nullable
        Outcome outcome;

        Entry(boolean moves) {
            this.moves = moves;
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> cancelledEarly = new LinkedHashSet<>();

    boolean knows(String id) {
        return entries.containsKey(id);
    }

    void begin(String id, boolean moves) {
        entries.put(id, new Entry(moves));
        if (entries.size() > REMEMBERED) {
            // An order that still runs is never forgotten: it could be begun again.
            entries.entrySet().stream()
                    .filter(entry -> entry.getValue().outcome != null)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(entries::remove);
        }
    }

    void end(String id, Outcome outcome) {
        Entry entry = entries.get(id);
        if (entry != null) {
            entry.outcome = outcome;
        }
    }

    Optional<Outcome> outcome(String id) {
        Entry entry = entries.get(id);
        return entry == null ? Optional.empty() : Optional.ofNullable(entry.outcome);
    }

    boolean isMoving() {
        return entries.values().stream().anyMatch(entry -> entry.moves && entry.outcome == null);
    }

    /** Note a cancel that overtook its order. */
    void cancelEarly(String id) {
        cancelledEarly.add(id);
        if (cancelledEarly.size() > REMEMBERED) {
            cancelledEarly.remove(cancelledEarly.iterator().next());
        }
    }

    boolean wasCancelledEarly(String id) {
        return cancelledEarly.contains(id);
    }
}
