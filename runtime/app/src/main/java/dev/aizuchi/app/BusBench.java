package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.testkit.evaluation.Percentiles;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Say short texts over a bus and wait for their echo. */
final class BusBench implements AutoCloseable {
    private static final String TEXT = "std_msgs/msg/String";
    private static final Endpoint SAID = Endpoint.of("/bench/said", TEXT);
    private static final Endpoint HEARD = Endpoint.of("/bench/heard", TEXT);
    private static final Datum.Fields GREETING = new Datum.Fields(Map.of("data", new Datum.Text("こんにちは")));
    private static final int WARM = 300;
    /** A broker may take no more than ten that are not acknowledged, which comes after they have arrived. */
    private static final int WINDOW = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOST = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofMillis(300);

    private final Bus here;
    private final int rounds;
    private final BlockingQueue<Long> back = new LinkedBlockingQueue<>();
    private final Bus.Subscription subscription;

    /** Measure from a bus, so many rounds. */
    BusBench(Bus here, int rounds) {
        this.here = here;
        this.rounds = rounds;
        this.subscription = here.subscribe(HEARD, text -> back.add(System.nanoTime()));
    }

    /** Have the other end be another connection in this process: gives all figures. */
    void against(Bus there, ObjectNode report) throws InterruptedException {
        BlockingQueue<Long> arrived = new LinkedBlockingQueue<>();
        double[] oneWay = new double[rounds];
        Bus.Subscription echo = there.subscribe(SAID, text -> {
            arrived.add(System.nanoTime());
            there.publish(HEARD, text);
        });
        findEachOther();
        arrived.clear();
        roundTrips(report, (round, begin) -> {
            long came = next(arrived);
            if (round >= 0) {
                oneWay[round] = (came - begin) / 1e6;
            }
        });
        echo.close();
        put(report, "one_way_ms", oneWay);
        rate(there, report);
    }

    /** Have the other end be whoever echoes: gives the round trips. */
    void againstEcho(ObjectNode report) throws InterruptedException {
        findEachOther();
        roundTrips(report, (round, begin) -> {});
    }

    /** What is said before both ends know of each other may be lost. */
    private void findEachOther() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (back.isEmpty() && System.nanoTime() < end) {
            here.publish(SAID, GREETING);
            Long came = back.poll(100, TimeUnit.MILLISECONDS);
            if (came != null) {
                back.add(came);
            }
        }
        if (back.isEmpty()) {
            throw new IllegalStateException("nobody echoes within " + PATIENCE.toSeconds() + " s");
        }
        while (back.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS) != null) {
            // What was said meanwhile comes back.
        }
    }

    private interface Arrival {
        void await(int round, long begin) throws InterruptedException;
    }

    private void roundTrips(ObjectNode report, Arrival arrival) throws InterruptedException {
        double[] publishing = new double[rounds];
        double[] trips = new double[rounds];
        for (int i = -WARM; i < rounds; i++) {
            long begin = System.nanoTime();
            here.publish(SAID, GREETING);
            long sent = System.nanoTime();
            arrival.await(i, begin);
            long came = next(back);
            if (i >= 0) {
                publishing[i] = (sent - begin) / 1e6;
                trips[i] = (came - begin) / 1e6;
            }
        }
        put(report, "publish_ms", publishing);
        put(report, "round_trip_ms", trips);
    }

    /** Count what arrives at the other end in a second, with some on their way; what does not arrive is lost. */
    private void rate(Bus there, ObjectNode report) throws InterruptedException {
        Semaphore window = new Semaphore(WINDOW);
        AtomicInteger arrived = new AtomicInteger();
        AtomicLong last = new AtomicLong();
        int messages = rounds * 4;
        Bus.Subscription counting = there.subscribe(SAID, text -> {
            last.set(System.nanoTime());
            arrived.incrementAndGet();
            window.release();
        });
        long begin = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            if (!window.tryAcquire(LOST.toMillis(), TimeUnit.MILLISECONDS)) {
                window.release(WINDOW - 1);
            }
            here.publish(SAID, GREETING);
        }
        while (System.nanoTime() - last.get() < LOST.toNanos() && arrived.get() < messages) {
            LockSupport.parkNanos(QUIET.toNanos() / 100);
        }
        counting.close();
        report.put("messages_per_s", Math.round(arrived.get() / ((last.get() - begin) / 1e9)));
        report.put("lost", messages - arrived.get());
    }

    private static long next(BlockingQueue<Long> times) throws InterruptedException {
        Long time = times.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (time == null) {
            throw new IllegalStateException("a message is lost");
        }
        return time;
    }

    private static void put(ObjectNode report, String name, double[] millis) {
        Json.put(report.putObject(name), Percentiles.of(Arrays.stream(millis)));
    }

    @Override
    public void close() {
        subscription.close();
    }
}
