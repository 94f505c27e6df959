package dev.aizuchi.disaster.alert;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Remember which alerts have come and which were told: one is told once, what a newer one replaces is not told any
 * more, and what was never told is not taken back. Not for several threads.
 */
final class Told {
    private final Set<String> known = new HashSet<>();
    private final Set<String> replaced = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, OffsetDateTime> latest = new HashMap<>();

    /** Take what has come in one round and give what of it is to be told, the oldest first. */
    List<Alert> take(List<Alert> come, OffsetDateTime now) {
        List<Alert> unknown = come.stream()
                .sorted(Comparator.comparing(Alert::sent))
                .filter(alert -> !known.contains(alert.id()))
                .toList();
        unknown.forEach(this::note);
        List<Alert> fresh = new ArrayList<>();
        for (Alert alert : unknown) {
            boolean news = alert.isForPublic() && alert.end().isAfter(now) && !isReplaced(alert);
            if (news && !known.contains(alert.id()) && !endsTheUntold(alert)) {
                told.addAll(names(alert));
                fresh.add(alert);
            }
            known.addAll(names(alert));
        }
        return fresh;
    }

    /** A test or a drill replaces nothing that is meant. */
    private void note(Alert alert) {
        if (alert.status() == Alert.Status.ACTUAL) {
            replaced.addAll(alert.references());
            if (!alert.series().isEmpty()) {
                latest.merge(alert.series(), alert.sent(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
    }

    private boolean isReplaced(Alert alert) {
        OffsetDateTime newest = latest.get(alert.series());
        return replaced.contains(alert.id()) || (newest != null && newest.isAfter(alert.sent()));
    }

    /** Of what came before this feed was opened nobody knows whether it was told: it is taken back aloud. */
    private boolean endsTheUntold(Alert alert) {
        List<String> earlier = Stream.concat(alert.references().stream(), Stream.of(alert.series()))
                .filter(known::contains)
                .toList();
        return alert.phase() != Alert.Phase.ISSUED
                && !earlier.isEmpty()
                && earlier.stream().noneMatch(told::contains);
    }

    private static List<String> names(Alert alert) {
        return alert.series().isEmpty() ? List.of(alert.id()) : List.of(alert.id(), alert.series());
    }
}
