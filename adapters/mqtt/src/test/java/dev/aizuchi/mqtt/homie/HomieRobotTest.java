package dev.aizuchi.mqtt.homie;

import dev.aizuchi.mqtt.StartedBroker;
import java.net.URI;
import org.junit.jupiter.api.extension.RegisterExtension;

class HomieRobotTest extends HomieRobotContract {
    @RegisterExtension
    static final StartedBroker BROKER = StartedBroker.embedded();

    @Override
    URI broker() {
        return BROKER.uri();
    }
}
