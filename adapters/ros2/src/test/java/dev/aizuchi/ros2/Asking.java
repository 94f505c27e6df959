package dev.aizuchi.ros2;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Bus.Subscription;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Have the peer of {@link BusContract} use what a bus serves. */
public final class Asking {
    private static final String STRING = "std_msgs/msg/String";
    private static final int TIMES = 10;
    private static final long PAUSE_S = 5;

    private Asking() {}

    /**
     * Give what the peer tells of it. It is asked again: the first message of a new publisher is lost where a busy
     * machine takes over a second to find who listens. The peer does each only once.
     */
    public static String of(Bus bus, String what) {
        BlockingQueue<Datum.Fields> told = new LinkedBlockingQueue<>();
        Subscription subscription = bus.subscribe(Endpoint.of("/contract/told", STRING), told::add);
        Datum.Fields asked = new Datum.Fields(Map.of("data", new Datum.Text(what + " " + UUID.randomUUID())));
        try {
            for (int i = 0; i < TIMES; i++) {
                bus.publish(Endpoint.of("/contract/ask", STRING), asked);
                Datum.Fields answer = told.poll(PAUSE_S, TimeUnit.SECONDS);
                if (answer != null && answer.values().get("data") instanceof Datum.Text text) {
                    return text.value();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            subscription.close();
        }
        throw new AssertionError("the peer does not tell what came of " + what);
    }
}
