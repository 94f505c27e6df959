package dev.aizuchi.ros2.rosbridge;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.ros2.Json;
import dev.aizuchi.ros2.Patience;
import dev.aizuchi.ros2.Shared;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/**
 * Make the figures of rosbridge in BENCHMARKS.md, against the server that is written for the tests; asserts none of
 * them, and runs by its name alone. The other buses are measured by {@code ./aizuchi bench bus}.
 */
class RosbridgeBench {
    private static final System.Logger LOG = System.getLogger(RosbridgeBench.class.getName());
    private static final int ROUNDS = 3_000;
    private static final int WARM = 1_000;
    private static final String STRING = "std_msgs/msg/String";

    @Test
    void measures_the_round_trip_through_a_server_in_this_process() {
        try (FakeBridge bridge = FakeBridge.serving();
                Bus bus = RosbridgeBus.open(RosbridgeSettings.of(bridge.uri(), List.of(Shared.folder())))) {
            measure(bus);
        }
    }

    private static void measure(Bus bus) {
        BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        bus.subscribe(Endpoint.of("/contract/heard", STRING), text -> heard.add(System.nanoTime()));
        Endpoint said = Endpoint.of("/contract/said", STRING);
        Datum.Fields text = Json.fields("{'data': 'こんにちは'}");
        Patience.until("the peer echoes", () -> {
            bus.publish(said, text);
            return !heard.isEmpty();
        });
        settle(heard);
        long[] round = new long[ROUNDS];
        long[] publishing = new long[ROUNDS];
        for (int i = -WARM; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            bus.publish(said, text);
            long sent = System.nanoTime();
            long back = Patience.next(heard);
            if (i >= 0) {
                round[i] = back - begin;
                publishing[i] = sent - begin;
            }
        }
        LOG.log(System.Logger.Level.INFO, "round trip, p50 p95 p99: {0} ms", percentiles(round));
        LOG.log(System.Logger.Level.INFO, "publish() itself, p50 p95 p99: {0} ms", percentiles(publishing));
    }

    /** Wait until nothing more of the beginning comes back. */
    private static void settle(BlockingQueue<Long> heard) {
        long quiet = Duration.ofMillis(500).toNanos();
        long[] last = {System.nanoTime()};
        Patience.until("nothing more comes back", () -> {
            if (heard.poll() != null) {
                last[0] = System.nanoTime();
            }
            return System.nanoTime() - last[0] > quiet;
        });
    }

    private static String percentiles(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%.3f %.3f %.3f",
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }
}
