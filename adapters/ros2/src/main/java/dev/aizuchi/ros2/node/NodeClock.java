package dev.aizuchi.ros2.node;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Endpoint.Delivery;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Tell the time that stands in headers: the machine's, or with {@code use_sim_time} what {@code /clock} tells. From any
 * thread.
 */
public final class NodeClock implements InstantSource, AutoCloseable {
    private static final Endpoint CLOCK = new Endpoint("/clock", "rosgraph_msgs/msg/Clock", Delivery.NEWEST);

    private final Bus bus;
    private final InstantSource machine;
    private Bus.@Nullable Subscription subscription;
    private @Nullable Instant simulated;

    /** Begin with the machine's time. */
    public NodeClock(Bus bus, InstantSource machine) {
        this.bus = bus;
        this.machine = machine;
    }

    /** Follow {@code /clock}, or the machine; until the first message of {@code /clock} it is 1970, as in ROS 2. */
    public synchronized void simulate(boolean simulate) {
        if (simulate && subscription == null) {
            simulated = Instant.EPOCH;
            subscription = bus.subscribe(CLOCK, this::tick);
        } else if (!simulate) {
            close();
        }
    }

    private synchronized void tick(Datum.Fields message) {
        if (subscription != null) {
            Datum.Fields time = Content.fields(message, "clock");
            simulated = Instant.ofEpochSecond(Content.whole(time, "sec"), Content.whole(time, "nanosec"));
        }
    }

    @Override
    public synchronized Instant instant() {
        return simulated == null ? machine.instant() : simulated;
    }

    /** Give the time as {@code builtin_interfaces/msg/Time}. */
    public Datum.Fields stamp() {
        Instant now = instant();
        return Content.message()
                .whole("sec", now.getEpochSecond())
                .whole("nanosec", now.getNano())
                .fields();
    }

    /** Give a {@code std_msgs/msg/Header} of now. */
    public Datum.Fields header() {
        return Content.message().put("stamp", stamp()).fields();
    }

    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.close();
        }
        subscription = null;
        simulated = null;
    }
}
