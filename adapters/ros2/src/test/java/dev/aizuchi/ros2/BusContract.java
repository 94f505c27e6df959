package dev.aizuchi.ros2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Bus.Goal;
import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Bus.Subscription;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Endpoint.Delivery;
import dev.aizuchi.bus.Host;
import dev.aizuchi.robot.Outcome.Reason;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Hold a transport to what {@link Bus} promises. At the other end there must be, as {@code peer.py} has it:
 *
 * <ul>
 *   <li>topics {@code /contract/said} and {@code /contract/shown}, echoed on {@code /contract/heard} and
 *       {@code /contract/seen}, and {@code /contract/kept}, which keeps 「遅れて来た人へ」;
 *   <li>a service {@code /contract/set} that agrees to true, and {@code /contract/silent} that never answers;
 *   <li>a topic {@code /contract/ask}, upon which it asks what the bus serves: {@code service} calls
 *       {@code /contract/hosted}, {@code goal} and {@code cancel} set a goal to {@code /contract/hosted_fibonacci};
 *       what came of it is told on {@code /contract/told};
 *   <li>an action {@code /contract/fibonacci} that rejects 0, aborts below that, and takes some time for each number.
 * </ul>
 */
public abstract class BusContract {
    private static final String STRING = "std_msgs/msg/String";
    private static final String IMAGE = "sensor_msgs/msg/CompressedImage";
    private static final String SET_BOOL = "std_srvs/srv/SetBool";
    private static final Endpoint SAID = Endpoint.of("/contract/said", STRING);
    private static final Endpoint HEARD = Endpoint.of("/contract/heard", STRING);
    private static final Endpoint FIBONACCI = Endpoint.of("/contract/fibonacci", "test_msgs/action/Fibonacci");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** Give the bus, connected, with the peer at its other end. */
    protected abstract Host bus();

    /** Give how many messages may be on their way. */
    protected int window() {
        return 50;
    }

    /** Give as what the reason is told why a goal did not begin. */
    protected Reason told(Reason reason) {
        return reason;
    }

    @Test
    void carries_any_text_there_and_back() {
        try (Echo echo = new Echo()) {
            for (String text : List.of("お茶をお持ちしました。", "", "𠮷野さん、👵🏻が゙", "\"\\\n\u0001", "長い話。".repeat(2_000))) {
                assertThat(echo.of(text)).isEqualTo(text);
            }
        }
    }

    @Test
    void carries_ten_thousand_messages_in_their_order() {
        try (Echo echo = new Echo()) {
            for (int sent = 0, heard = 0; heard < 10_000; ) {
                if (sent < 10_000 && sent < heard + window()) {
                    echo.say("話 " + sent++);
                } else {
                    assertThat(Patience.next(echo.heard)).isEqualTo(text("話 " + heard++));
                }
            }
        }
    }

    @Test
    void carries_a_megabyte() {
        byte[] picture = new byte[1 << 20];
        new Random(1).nextBytes(picture);
        BlockingQueue<Datum.Fields> seen = new LinkedBlockingQueue<>();
        Subscription subscription = bus().subscribe(Endpoint.of("/contract/seen", IMAGE), seen::add);
        Datum.Fields image = new Datum.Fields(
                Map.of("format", new Datum.Text("絵"), "data", new Datum.Octets(ByteBuffer.wrap(picture))));
        bus().publish(Endpoint.of("/contract/shown", IMAGE), image);
        assertThat(Patience.next(seen).values()).containsAllEntriesOf(image.values());
        subscription.close();
    }

    @Test
    void gives_a_late_listener_what_was_kept() {
        BlockingQueue<Datum.Fields> heard = new LinkedBlockingQueue<>();
        Endpoint kept = new Endpoint("/contract/kept", STRING, Delivery.KEPT);
        Subscription first = bus().subscribe(kept, heard::add);
        assertThat(Patience.next(heard)).isEqualTo(text("遅れて来た人へ"));
        Subscription second = bus().subscribe(kept, heard::add);
        assertThat(Patience.next(heard)).isEqualTo(text("遅れて来た人へ"));
        first.close();
        second.close();
    }

    @Test
    void hears_nothing_after_a_subscription_is_closed() {
        BlockingQueue<Datum.Fields> deaf = new LinkedBlockingQueue<>();
        try (Echo echo = new Echo()) {
            Subscription subscription = bus().subscribe(HEARD, deaf::add);
            subscription.close();
            subscription.close();
            echo.of("一");
            deaf.clear();
            echo.of("二");
            assertThat(deaf).isEmpty();
        }
    }

    @Test
    void gives_the_answer_of_a_service() {
        Endpoint set = Endpoint.of("/contract/set", SET_BOOL);
        assertThat(Patience.end(bus().call(set, Json.fields("{'data': true}"), LONG)))
                .isEqualTo(new Answer.Given(Json.fields("{'success': true, 'message': '了解しました'}")));
        assertThat(Patience.end(bus().call(set, Datum.Fields.NONE, LONG)))
                .isEqualTo(new Answer.Given(Json.fields("{'success': false, 'message': 'できません'}")));
    }

    @Test
    void tells_when_nobody_serves_and_when_nobody_answers() {
        assertThat(reason(
                        Patience.end(bus().call(Endpoint.of("/contract/nobody", SET_BOOL), Datum.Fields.NONE, SHORT))))
                .isEqualTo(Reason.UNREACHABLE);
        Endpoint silent = Endpoint.of("/contract/silent", SET_BOOL);
        // Until it is found, which may take longer than this on a busy machine, nobody serves.
        Patience.until(
                "who serves does not answer",
                () -> reason(Patience.end(bus().call(silent, Datum.Fields.NONE, SHORT))) == Reason.TIMED_OUT);
    }

    @Test
    void follows_a_goal_to_its_result() {
        BlockingQueue<Datum.Fields> feedback = new LinkedBlockingQueue<>();
        Goal goal = bus().begin(FIBONACCI, Json.fields("{'order': 5}"), LONG, feedback::add);
        assertThat(Patience.end(goal.ending()))
                .isEqualTo(new Answer.Given(Json.fields("{'sequence': [0, 1, 1, 2, 3]}")));
        assertThat(feedback).contains(Json.fields("{'sequence': [0, 1, 1]}"));
        goal.cancel();
    }

    @Test
    void tells_that_a_goal_was_rejected_or_given_up() {
        Goal rejected = bus().begin(FIBONACCI, Json.fields("{'order': 0}"), Duration.ofSeconds(10), none -> {});
        assertThat(reason(Patience.end(rejected.ending()))).isEqualTo(told(Reason.IMPOSSIBLE));
        Goal aborted = bus().begin(FIBONACCI, Json.fields("{'order': -1}"), LONG, none -> {});
        assertThat(Patience.end(aborted.ending())).isEqualTo(new Answer.Aborted(Json.fields("{'sequence': [-1]}")));
        Goal unserved = bus().begin(
                        Endpoint.of("/contract/nobody", "test_msgs/action/Fibonacci"),
                        Datum.Fields.NONE,
                        Duration.ofSeconds(3),
                        none -> {});
        assertThat(reason(Patience.end(unserved.ending()))).isEqualTo(told(Reason.UNREACHABLE));
    }

    @Test
    void cancels_a_goal_under_way_and_one_just_set() {
        BlockingQueue<Datum.Fields> feedback = new LinkedBlockingQueue<>();
        Goal running = bus().begin(FIBONACCI, Json.fields("{'order': 1000}"), LONG, feedback::add);
        Patience.next(feedback);
        running.cancel();
        assertThat(reason(Patience.end(running.ending()))).isEqualTo(Reason.CANCELLED);

        Goal other = bus().begin(FIBONACCI, Json.fields("{'order': 1000}"), LONG, none -> {});
        other.cancel();
        assertThat(reason(Patience.end(other.ending()))).isEqualTo(Reason.CANCELLED);
    }

    @Test
    void serves_a_service() {
        BlockingQueue<Datum.Fields> asked = new LinkedBlockingQueue<>();
        Subscription service = bus().serve(Endpoint.of("/contract/hosted", SET_BOOL), request -> {
            asked.add(request);
            return CompletableFuture.completedStage(
                    new Answer.Given(Json.fields("{'success': true, 'message': '承知しました'}")));
        });
        assertThat(Asking.of(bus(), "service")).isEqualTo("承知しました");
        assertThat(Patience.next(asked)).isEqualTo(Json.fields("{'data': true}"));
        service.close();
    }

    @Test
    void carries_out_a_goal_and_one_that_is_cancelled() {
        Subscription action = bus().carryOut(
                        Endpoint.of("/contract/hosted_fibonacci", "test_msgs/action/Fibonacci"), BusContract::count);
        assertThat(Asking.of(bus(), "goal")).isEqualTo("4 [0,1,1]");
        assertThat(Asking.of(bus(), "cancel")).isEqualTo("5 []");
        action.close();
    }

    /** Ends at once, or only when it is cancelled where the number is too high. */
    private static Optional<Goal> count(Datum.Fields goal, Consumer<Datum.Fields> feedback) {
        feedback.accept(Json.fields("{'sequence': [0, 1]}"));
        CompletableFuture<Answer> ending = new CompletableFuture<>();
        if (goal.equals(Json.fields("{'order': 3}"))) {
            ending.complete(new Answer.Given(Json.fields("{'sequence': [0, 1, 1]}")));
        }
        return Optional.of(new Goal() {
            @Override
            public CompletionStage<Answer> ending() {
                return ending;
            }

            @Override
            public void cancel() {
                ending.complete(new Answer.Failed(Reason.CANCELLED, "as asked"));
            }
        });
    }

    @Test
    void refuses_what_does_not_fit_and_names_the_field() {
        assertThatThrownBy(() -> bus().publish(SAID, Json.fields("{'data': 5}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".data takes a text");
        assertThatThrownBy(
                        () -> bus().call(Endpoint.of("/contract/set", SET_BOOL), Json.fields("{'datum': true}"), SHORT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no field datum");
        assertThatThrownBy(() -> bus().begin(FIBONACCI, Json.fields("{'order': 'five'}"), SHORT, none -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".order takes a whole number");
        assertThatThrownBy(() -> bus().subscribe(Endpoint.of("/x", "no_msgs/msg/Such"), none -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no_msgs/msg/Such.msg");
    }

    @Test
    void shows_the_pattern_of_a_type() {
        assertThat(bus().pattern("test_msgs/action/Fibonacci", Part.FEEDBACK))
                .contains(Json.fields("{'sequence': [0]}"));
    }

    @Test
    void tells_the_link_to_who_asks_later() {
        BlockingQueue<Boolean> link = new LinkedBlockingQueue<>();
        bus().onLink(link::add);
        assertThat(Patience.next(link)).isTrue();
    }

    static Datum.Fields text(String text) {
        return new Datum.Fields(Map.of("data", new Datum.Text(text)));
    }

    static Reason reason(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).reason();
    }

    /** Says something to the peer and hears it again. */
    private final class Echo implements AutoCloseable {
        final BlockingQueue<Datum.Fields> heard = new LinkedBlockingQueue<>();
        private final Subscription subscription = bus().subscribe(HEARD, heard::add);

        Echo() {
            // Until both ends have found each other, what is said may not come back.
            Patience.until("the peer echoes", () -> {
                say("もしもし");
                return !heard.isEmpty();
            });
            String last = "通じました";
            say(last);
            Patience.until("the echo is in step", () -> Patience.next(heard).equals(text(last)));
        }

        void say(String text) {
            bus().publish(SAID, text(text));
        }

        String of(String text) {
            say(text);
            return ((Datum.Text)
                            Objects.requireNonNull(Patience.next(heard).values().get("data")))
                    .value();
        }

        @Override
        public void close() {
            subscription.close();
        }
    }
}
