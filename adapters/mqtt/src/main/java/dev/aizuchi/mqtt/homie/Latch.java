package dev.aizuchi.mqtt.homie;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Hold the stop of a house: what was wanted before a stop is not set after the values by which that brings devices to a
 * stand, even when it is released at once. On any thread; nothing here waits for the network.
 */
final class Latch {
    /** A link may be dead for so long before that shows. */
    private static final long DOUBT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final House.Publisher publisher;
    private List<Act.Setting> halts = List.of();
    private long stops;
    private boolean latched;
    private long stoppedAt;
    /** Whether a stop may not have gone out. */
    private boolean owed;

    Latch(House.Publisher publisher) {
        this.publisher = publisher;
    }

    /** Take what brings the devices to a stand, from now on. */
    synchronized void halts(List<Act.Setting> all) {
        halts = List.copyOf(all);
    }

    /** Halt all at once, and latch. */
    synchronized void stop() {
        stops++;
        latched = true;
        stoppedAt = System.nanoTime();
        halt();
    }

    synchronized void resume() {
        latched = false;
    }

    synchronized boolean isLatched() {
        return latched;
    }

    /** Count the stops so far. */
    synchronized long stops() {
        return stops;
    }

    /** Note that the link came or went; all is halted over one that is back and may have swallowed a stop. */
    synchronized void link(boolean up) {
        if (up && (latched || owed)) {
            halt();
        } else if (!up) {
            owed |= stops > 0 && System.nanoTime() - stoppedAt < DOUBT_NANOS;
        }
    }

    /** Halt a device that is back, as it was when it left, while a stop is latched. */
    synchronized void returned(String device) {
        if (latched) {
            halts.stream()
                    .filter(halt -> halt.property().device().equals(device))
                    .forEach(this::set);
        }
    }

    private void halt() {
        owed = halts.stream().filter(halt -> !set(halt)).count() > 0;
    }

    /** Set what a wish still lacks, unless a stop that it heeds has come after it. */
    synchronized void set(Wish wish, List<Act.Setting> which) {
        if (!wish.isStopped(stops)) {
            which.forEach(this::set);
        }
    }

    private boolean set(Act.Setting setting) {
        Property property = setting.property();
        byte[] payload = setting.payload().getBytes(StandardCharsets.UTF_8);
        return publisher.publish(property.path() + "/set", payload, property.retained() ? 2 : 0);
    }
}
