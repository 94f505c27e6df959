package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AheadTest {
    private final AtomicInteger closed = new AtomicInteger();

    /** Would wait for ever if the part were opened by who takes it. */
    @Test
    void a_part_opens_while_its_taker_does_something_else() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        try (Ahead<AutoCloseable> ahead = Ahead.open("a part", () -> {
            open.countDown();
            return closed::incrementAndGet;
        })) {
            open.await();
            ahead.take().close();
        }
        assertThat(closed).hasValue(1);
    }

    @Test
    void what_nobody_took_is_closed() {
        Ahead.<AutoCloseable>open("a part", () -> closed::incrementAndGet).close();
        assertThat(closed).hasValue(1);
    }

    @Test
    void what_opening_threw_is_thrown_to_the_taker() {
        ConfigException missing = new ConfigException("no such model");
        Ahead<AutoCloseable> ahead = Ahead.open("a part", () -> {
            throw missing;
        });
        assertThatThrownBy(ahead::take).isSameAs(missing);
        ahead.close();
    }

    @Test
    void a_part_is_taken_once() throws Exception {
        try (Ahead<AutoCloseable> ahead = Ahead.open("a part", () -> closed::incrementAndGet)) {
            ahead.take().close();
            assertThatThrownBy(ahead::take).isInstanceOf(IllegalStateException.class);
        }
    }
}
