package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.RobotState;
import org.junit.jupiter.api.Test;

class StopPathTest {
    private final FakeRobot robot = new FakeRobot();
    private final StopPath path = new StopPath(robot);

    @Test
    void latches_until_released() {
        path.halt();
        assertThat(robot.stops).isEqualTo(1);
        assertThat(path.isLatched()).isTrue();
        assertThat(path.release()).isTrue();
        assertThat(path.isLatched()).isFalse();
        assertThat(robot.resumes).isEqualTo(1);
    }

    @Test
    void latches_even_if_the_adapter_throws() {
        robot.onStop = () -> {
            throw new IllegalStateException("on purpose");
        };
        path.halt();
        assertThat(path.isLatched()).isTrue();
    }

    @Test
    void a_stop_that_crosses_a_release_wins() {
        path.halt();
        robot.onResume = path::halt;
        assertThat(path.release()).isFalse();
        assertThat(path.isLatched()).isTrue();
        // Once by the crossing stop, once more because the release may have undone it.
        assertThat(robot.stops).isEqualTo(3);
    }

    @Test
    void a_pressed_hardware_stop_cannot_be_talked_away() {
        path.halt();
        robot.hold(new RobotState(FakeRobot.START, 0, 0, 0, 0, 1, true, false, ""));
        assertThat(path.release()).isFalse();
        assertThat(robot.resumes).isZero();
        assertThat(path.isLatched()).isTrue();
    }
}
