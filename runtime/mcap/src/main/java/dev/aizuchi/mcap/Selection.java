package dev.aizuchi.mcap;

import java.util.Set;

/**
 * Choose messages.
 *
 * @param from earliest log time, in nanoseconds
 * @param to first log time that is too late, in nanoseconds
 * @param topics of the channels; none for all
 */
public record Selection(long from, long to, Set<String> topics) {
    public Selection {
        topics = Set.copyOf(topics);
    }

    /** Choose all. */
    public static Selection all() {
        return new Selection(0, -1, Set.of());
    }

    /** Choose those of some topics. */
    public static Selection of(String... topics) {
        return new Selection(0, -1, Set.of(topics));
    }

    boolean overlaps(long start, long end) {
        return Long.compareUnsigned(end, from) >= 0 && Long.compareUnsigned(start, to) < 0;
    }

    boolean hasTopic(String topic) {
        return topics.isEmpty() || topics.contains(topic);
    }
}
