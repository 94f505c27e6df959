package dev.aizuchi.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeasesTest {
    private final Leases leases = new Leases(2);

    @Test
    void gives_each_run_out_once_and_is_finished_when_all_are_counted() {
        assertThat(leases.take()).hasValue(0);
        assertThat(leases.take()).hasValue(1);
        assertThat(leases.take()).isEmpty();
        assertThat(leases.count(0)).isTrue();
        assertThat(leases.isFinished()).isFalse();
        assertThat(leases.count(1)).isTrue();
        assertThat(leases.isFinished()).isTrue();
        assertThat(leases.out()).isZero();
    }

    @Test
    void gives_out_again_what_was_lost_before_anything_new() {
        leases.take();
        assertThat(leases.lost(0)).isTrue();
        assertThat(leases.take()).hasValue(0);
        assertThat(leases.take()).hasValue(1);
    }

    @Test
    void counts_nothing_twice() {
        leases.take();
        assertThat(leases.count(0)).isTrue();
        assertThat(leases.count(0)).isFalse();
    }

    @Test
    void gives_no_more_machines_to_a_run_that_took_three_with_it() {
        for (int i = 1; i < Leases.CHANCES; i++) {
            leases.take();
            assertThat(leases.lost(0)).isTrue();
        }
        leases.take();
        assertThat(leases.lost(0)).isFalse();
        assertThat(leases.count(0)).isTrue();
        assertThat(leases.take()).hasValue(1);
    }
}
