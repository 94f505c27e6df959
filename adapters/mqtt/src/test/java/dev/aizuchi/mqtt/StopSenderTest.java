package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.RobotState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a runtime knows of its stops, with no broker at the other end. */
class StopSenderTest {
    private final Connection connection = new Connection(
            MqttSettings.of(URI.create("tcp://127.0.0.1:1"), "kaigo-1"), "runtime", List.of(), false, new Nobody());
    private final StopSender stops = new StopSender("runtime", connection);

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void the_robot_counts_as_stopped_from_the_call_until_its_state_says_so_itself() throws Exception {
        assertThat(stops.isStopping()).isFalse();
        stops.stop();
        assertThat(stops.isStopping()).isTrue();
        assertThat(stops.confirm(lastStop())).isTrue();
        stops.told(state(false));
        assertThat(stops.isStopping()).as("that state may be older").isTrue();
        stops.told(state(true));
        assertThat(stops.isStopping()).as("from now on it is told").isFalse();
    }

    @Test
    void a_state_of_an_earlier_stop_says_nothing_of_one_that_is_not_confirmed() {
        stops.stop();
        stops.told(state(true));
        assertThat(stops.isStopping()).isTrue();
    }

    @Test
    void a_resume_has_the_robot_count_as_it_says() throws Exception {
        stops.stop();
        assertThat(stops.confirm(lastStop())).isTrue();
        stops.resume();
        assertThat(stops.isStopping()).isFalse();
    }

    private String lastStop() throws MalformedException {
        return Wire.signal(Fields.parse(stops.waiting().orElseThrow())).id();
    }

    private static RobotState state(boolean stopped) {
        return new RobotState(Instant.EPOCH, 0, 0, 0, 0, 1, false, stopped, "");
    }

    private static final class Nobody implements Connection.Listener {
        @Override
        public void up() {}

        @Override
        public void down(String why) {}

        @Override
        public void message(Topic topic, byte[] payload, boolean retained) {}

        @Override
        public void forbidden(Topic topic, byte[] payload, String why) {}
    }
}
