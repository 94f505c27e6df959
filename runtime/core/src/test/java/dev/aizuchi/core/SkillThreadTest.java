package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SkillThreadTest {
    private final CountDownLatch askedToWait = new CountDownLatch(1);
    private final AtomicInteger times = new AtomicInteger();

    private SkillThread thread() {
        return new SkillThread(Duration.ofSeconds(30), () -> {
            times.incrementAndGet();
            askedToWait.countDown();
        });
    }

    @Test
    void who_waits_for_a_slow_answer_is_told_to_once() throws Exception {
        try (SkillThread skills = thread()) {
            String answer = skills.call(
                    () -> {
                        askedToWait.await();
                        return "お茶です。";
                    },
                    true);
            assertThat(answer).isEqualTo("お茶です。");
            assertThat(times).hasValue(1);
        }
    }

    @Test
    void nobody_is_asked_to_wait_for_what_is_only_weighed() throws Exception {
        try (SkillThread skills = thread()) {
            assertThat(skills.call(() -> askedToWait.await(1, java.util.concurrent.TimeUnit.SECONDS), false))
                    .isFalse();
        }
    }

    @Test
    void nobody_is_asked_to_wait_once_the_robot_is_stopped() {
        try (SkillThread skills = thread()) {
            CountDownLatch never = new CountDownLatch(1);
            assertThatThrownBy(() -> skills.call(
                            () -> {
                                skills.abandon();
                                never.await();
                                return "";
                            },
                            true))
                    .isInstanceOf(CancellationException.class);
            assertThat(times).hasValue(0);
        }
    }
}
