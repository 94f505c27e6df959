package dev.aizuchi.mqtt.homie;

import dev.aizuchi.mqtt.StartedBroker;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("mosquitto")
class MosquittoHomieRobotTest extends HomieRobotContract {
    @RegisterExtension
    static final StartedBroker BROKER = StartedBroker.mosquitto();

    @Override
    URI broker() {
        return BROKER.uri();
    }
}
