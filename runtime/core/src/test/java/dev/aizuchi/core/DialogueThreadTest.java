package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DialogueThreadTest {
    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

    @Test
    void an_urgent_task_overtakes_all_that_wait() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        try (Lanes lanes = Lanes.onThread(InstantSource.system())) {
            lanes.normal(() -> await(busy));
            lanes.normal(() -> ran.add("normal"));
            lanes.urgent(() -> ran.add("urgent"));
            busy.countDown();
            assertThat(List.of(take(), take())).containsExactly("urgent", "normal");
        }
    }

    @Test
    void a_delayed_task_waits_its_time_and_goes_before_a_later_one() throws Exception {
        try (Lanes lanes = Lanes.onThread(InstantSource.system())) {
            lanes.after(Duration.ofMillis(60), () -> ran.add("later"));
            lanes.after(Duration.ofMillis(20), () -> ran.add("sooner"));
            assertThat(List.of(take(), take())).containsExactly("sooner", "later");
        }
    }

    @Test
    void a_task_that_throws_does_not_end_the_lanes() throws Exception {
        try (Lanes lanes = Lanes.onThread(InstantSource.system())) {
            lanes.normal(() -> {
                throw new IllegalStateException("on purpose");
            });
            lanes.normal(() -> ran.add("alive"));
            assertThat(take()).isEqualTo("alive");
        }
    }

    private String take() throws InterruptedException {
        return String.valueOf(ran.poll(10, TimeUnit.SECONDS));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
