package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("mosquitto")
class MosquittoLinkTest extends LinkContract {
    private static Mosquitto broker;

    @BeforeAll
    static void startBroker(@TempDir Path directory) throws IOException {
        broker = Mosquitto.open(directory, 0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Override
    URI broker() {
        return broker.uri();
    }

    @Test
    void a_stop_from_the_command_line_stops_the_robot() throws Exception {
        CompletionStage<Outcome> drive = drive("c");
        // As the README says it: an MQTT 3.1.1 client, and a payload that is no JSON.
        Process stop = new ProcessBuilder(
                        Mosquitto.tool("mosquitto_pub").toString(),
                        "-p",
                        Integer.toString(broker.uri().getPort()),
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
