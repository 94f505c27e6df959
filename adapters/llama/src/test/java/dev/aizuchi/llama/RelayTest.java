package dev.aizuchi.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.language.Generation.Limits;
import dev.aizuchi.language.Generation.Reason;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RelayTest {
    private final Relay relay = new Relay(new Limits(10, Duration.ofSeconds(60)));

    @Test
    void tells_no_ending_while_it_is_written() {
        relay.offer("は");
        assertThatThrownBy(relay::ending)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("next()");
    }

    @Test
    void keeps_what_was_written_when_the_writer_fails() {
        relay.offer("は");
        relay.offer("い");
        relay.end(Reason.FAILED, "why");
        assertThat(relay.next()).contains("は");
        assertThat(relay.next()).contains("い");
        assertThat(relay.next()).isEmpty();
        assertThat(relay.ending().message()).isEqualTo("why");
    }

    @Test
    void drops_what_was_written_when_the_reader_cancels() {
        relay.offer("は");
        relay.cancel();
        assertThat(relay.offer("い")).isFalse();
        assertThat(relay.next()).isEmpty();
        assertThat(relay.ending().reason()).isEqualTo(Reason.CANCELLED);
    }

    @Test
    void drops_what_is_whole_but_unread_when_the_reader_cancels() {
        relay.offer("は");
        relay.end(Reason.LENGTH, "");
        relay.cancel();
        assertThat(relay.next()).isEmpty();
        assertThat(relay.ending().reason()).isEqualTo(Reason.CANCELLED);
    }

    @Test
    void lets_the_first_ending_count() {
        relay.end(Reason.COMPLETE, "");
        relay.cancel();
        relay.end(Reason.FAILED, "later");
        assertThat(relay.ending().reason()).isEqualTo(Reason.COMPLETE);
    }

    @Test
    void tells_the_writer_once_that_the_reader_gave_up_whenever_it_asks() {
        AtomicInteger told = new AtomicInteger();
        relay.onGivenUp(told::incrementAndGet);
        relay.cancel();
        relay.cancel();
        assertThat(told).hasValue(1);
        relay.onGivenUp(told::incrementAndGet);
        assertThat(told).hasValue(2);
    }

    @Test
    void is_late_though_nobody_reads() {
        Relay late = new Relay(new Limits(10, Duration.ofNanos(1)));
        assertThat(late.offer("は")).isFalse();
        assertThat(late.ending().reason()).isEqualTo(Reason.TIMED_OUT);
    }
}
