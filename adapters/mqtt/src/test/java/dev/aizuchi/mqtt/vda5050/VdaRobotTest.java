package dev.aizuchi.mqtt.vda5050;

import dev.aizuchi.mqtt.StartedBroker;
import java.net.URI;
import org.junit.jupiter.api.extension.RegisterExtension;

class VdaRobotTest extends VdaRobotContract {
    @RegisterExtension
    static final StartedBroker BROKER = StartedBroker.embedded();

    @Override
    URI broker() {
        return BROKER.uri();
    }
}
