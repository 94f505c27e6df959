package dev.aizuchi.mqtt.vda5050;

import dev.aizuchi.mqtt.Mosquitto;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("mosquitto")
class MosquittoVdaRobotTest extends VdaRobotContract {
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
}
