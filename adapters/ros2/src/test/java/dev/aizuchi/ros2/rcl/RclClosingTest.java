package dev.aizuchi.ros2.rcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Host;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.ros2.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bus that is closed under those who use it: what ROS 2 has freed must not be touched any more. */
@Tag("ros2")
class RclClosingTest {
    private static final Datum.Fields WORD = Json.fields("{'data': 'はい'}");

    /** Use a bus in one way, for the time-th time. */
    private interface Use {
        void of(Host bus, int time);
    }

    @RepeatedTest(10)
    void who_uses_a_bus_while_it_is_closed_hears_no_error() throws Exception {
        List<Use> uses = List.of(
                (bus, time) -> bus.publish(topic("said", time % 50), WORD),
                (bus, time) -> bus.publish(topic("one", 0), WORD),
                (bus, time) -> {
                    Bus.Subscription heard = bus.subscribe(topic("heard", time), word -> {});
                    heard.close();
                },
                (bus, time) -> {
                    var unused = bus.call(
                            Endpoint.of("/closing/ask" + time % 20, "std_srvs/srv/SetBool"),
                            Datum.Fields.NONE,
                            Duration.ofSeconds(1));
                },
                (bus, time) -> {
                    Bus.Subscription served = bus.serve(
                            Endpoint.of("/closing/serve" + time, "std_srvs/srv/SetBool"),
                            request -> CompletableFuture.completedFuture(new Answer.Given(Datum.Fields.NONE)));
                    served.close();
                });
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(uses.size());
        ExecutorService threads = Executors.newFixedThreadPool(uses.size());
        Host bus = RclBus.open(RclContractTest.settings("closing"));
        List<Future<?>> all = new ArrayList<>();
        for (Use use : uses) {
            all.add(threads.submit(() -> {
                for (int time = 0; !ended.get(); time++) {
                    use.of(bus, time);
                    begun.countDown();
                }
            }));
        }
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        bus.close();
        ended.set(true);
        for (Future<?> each : all) {
            each.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
    }

    /** What ROS 2 is still asked to free after its node is gone makes closing fail, which is logged. */
    @Test
    void a_bus_that_is_closed_cancels_what_it_carries_out_and_leaves_nothing_behind() throws Exception {
        Endpoint action = Endpoint.of("/closing/fibonacci", "test_msgs/action/Fibonacci");
        CompletableFuture<Answer> ending = new CompletableFuture<>();
        BlockingQueue<LogRecord> errors = new LinkedBlockingQueue<>();
        Handler noting = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord said) {
                errors.add(said);
            }
        };
        Logger logger = Logger.getLogger(Spinner.class.getName());
        logger.addHandler(noting);
        try (Host asking = RclBus.open(RclContractTest.settings("asking"))) {
            Host host = RclBus.open(RclContractTest.settings("hosting"));
            host.carryOut(action, (goal, feedback) -> {
                feedback.accept(Datum.Fields.NONE);
                return Optional.of(new Carried(ending));
            });
            CountDownLatch told = new CountDownLatch(1);
            Bus.Goal goal = asking.begin(
                    action, Json.fields("{'order': 5}"), Duration.ofSeconds(25), feedback -> told.countDown());
            assertThat(told.await(30, TimeUnit.SECONDS)).as("it is under way").isTrue();
            host.close();
            assertThat(ending).as("its bus has cancelled it").isDone();
            assertThat(goal.ending()).isNotNull();
            assertThat(errors).isEmpty();
        } finally {
            logger.removeHandler(noting);
        }
    }

    private record Carried(CompletableFuture<Answer> ending) implements Bus.Goal {
        @Override
        public void cancel() {
            ending.complete(new Answer.Failed(Reason.CANCELLED, "cancelled"));
        }
    }

    private static Endpoint topic(String name, int number) {
        return Endpoint.of("/closing/" + name + number, "std_msgs/msg/String");
    }
}
