package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    private Path directory;

    @Test
    void what_was_begun_and_ended_is_known_after_a_restart() {
        Outcome blocked = new Failed(Reason.BLOCKED, "廊下に「箱」\n");
        try (Ledger ledger = open()) {
            ledger.begin("改行\n\"a\"", true);
            ledger.begin("b", false);
            ledger.end("改行\n\"a\"", blocked);
            ledger.end("b", new Completed());
            ledger.commit();
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.outcome("改行\n\"a\"")).contains(blocked);
            assertThat(ledger.outcome("b")).contains(new Completed());
            assertThat(ledger.interrupted()).isEmpty();
            assertThat(ledger.isMoving()).isFalse();
        }
    }

    @Test
    void an_order_that_a_restart_broke_off_is_known_failed_and_told_of() {
        try (Ledger ledger = open()) {
            ledger.begin("drive", true);
            ledger.commit();
        }
        for (int restarts = 0; restarts < 2; restarts++) {
            try (Ledger ledger = open()) {
                assertThat(ledger.knows("drive")).isTrue();
                assertThat(ledger.outcome("drive")).get().isInstanceOf(Failed.class);
                assertThat(ledger.interrupted().containsKey("drive")).isEqualTo(restarts == 0);
            }
        }
    }

    @Test
    void a_line_that_a_power_cut_tore_is_left_out_and_the_next_stands_by_itself() throws IOException {
        try (Ledger ledger = open()) {
            ledger.begin("whole", false);
            ledger.commit();
        }
        Files.writeString(file(), "{\"id\":\"torn\",\"mo", StandardOpenOption.APPEND);
        try (Ledger ledger = open()) {
            assertThat(ledger.knows("whole")).isTrue();
            assertThat(ledger.knows("torn")).isFalse();
            ledger.begin("after", false);
            ledger.commit();
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.knows("after")).isTrue();
        }
    }

    @Test
    void what_is_not_committed_does_not_outlive_the_process() {
        try (Ledger ledger = open()) {
            ledger.begin("a", false);
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.knows("a")).isFalse();
        }
    }

    @Test
    void memory_and_file_stay_bounded_and_an_open_order_is_never_forgotten() throws IOException {
        try (Ledger ledger = open()) {
            ledger.begin("open", true);
            for (int i = 0; i < 6 * Ledger.REMEMBERED; i++) {
                ledger.begin("n-" + i, false);
                ledger.end("n-" + i, new Completed());
                if (i % 1_000 == 0) {
                    ledger.commit();
                }
            }
            assertThat(ledger.knows("open")).isTrue();
            assertThat(ledger.isMoving()).isTrue();
            assertThat(ledger.knows("n-0")).isFalse();
            assertThat(ledger.knows("n-" + 5 * Ledger.REMEMBERED)).isTrue();
        }
        assertThat(Files.readAllLines(file())).hasSizeLessThan(7 * Ledger.REMEMBERED);
    }

    @Test
    void a_file_of_something_else_or_in_use_or_out_of_reach_is_refused_with_its_name() throws IOException {
        Ledger first = open();
        assertThatThrownBy(this::open).isInstanceOf(AdapterException.class).hasMessageContaining("another robot's end");
        first.close();
        Files.write(file(), "robot: care-1\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::open).isInstanceOf(AdapterException.class).hasMessageContaining("none of a ledger");
        assertThatThrownBy(() -> new Ledger(directory.resolve("absent").resolve("ledger")))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("absent");
    }

    private Ledger open() {
        return new Ledger(file());
    }

    private Path file() {
        return directory.resolve("orders.ledger");
    }
}
