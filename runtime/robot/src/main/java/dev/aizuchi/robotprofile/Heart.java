package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Datum;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Publish the heartbeats of a robot file, if it has any, and count them. */
final class Heart {
    private final @Nullable Step heartbeat;
    private final Wires wires;
    private final AtomicLong beats = new AtomicLong();

    Heart(@Nullable Step heartbeat, Wires wires) {
        this.heartbeat = heartbeat;
        this.wires = wires;
    }

    void beat() {
        if (heartbeat != null) {
            Datum count = new Datum.Whole(beats.incrementAndGet());
            new Sender(wires, new Datum.Fields(Map.of("count", count))).tell(List.of(heartbeat));
        }
    }
}
