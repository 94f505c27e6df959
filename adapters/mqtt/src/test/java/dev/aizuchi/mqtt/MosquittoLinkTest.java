package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Outcome;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("mosquitto")
class MosquittoLinkTest extends LinkContract {
    @RegisterExtension
    static final StartedBroker BROKER = StartedBroker.mosquitto();

    @Override
    URI broker() {
        return BROKER.uri();
    }

    @Test
    void a_stop_from_the_command_line_stops_the_robot() throws Exception {
        CompletionStage<Outcome> drive = drive("c");
        // As the README says it: an MQTT 3.1.1 client, and a payload that is no JSON.
        Process stop = new ProcessBuilder(
                        Mosquitto.tool("mosquitto_pub").toString(),
                        "-p",
                        Integer.toString(BROKER.uri().getPort()),
                        "-t",
                        topic(Topic.STOP),
                        "-m",
                        "止まれ")
                .inheritIO()
                .start();
        assertThat(stop.waitFor()).isZero();
        assertStopped(drive);
    }
}
