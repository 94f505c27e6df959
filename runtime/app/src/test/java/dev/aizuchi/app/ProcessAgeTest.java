package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessAgeTest {
    @Test
    void linux_tells_it_to_the_hundredth_of_a_second() {
        String stat = "17 (java) x) S 1 17 17 0 -1 4194304 9 0 0 0 12 3 0 0 20 0 21 0 123456 8 9 1";
        assertThat(ProcessAge.of("1236.78 2000.00\n", stat)).isEqualTo(Duration.ofMillis(2_220));
    }

    @Test
    void this_process_has_run_for_a_while() {
        assertThat(ProcessAge.now())
                .hasValueSatisfying(age -> assertThat(age).isPositive().isLessThan(Duration.ofHours(12)));
    }
}
