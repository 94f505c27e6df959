package dev.aizuchi.mqtt;

import java.net.URI;
import org.junit.jupiter.api.extension.RegisterExtension;

class MqttLinkTest extends LinkContract {
    @RegisterExtension
    static final StartedBroker BROKER = StartedBroker.embedded();

    @Override
    URI broker() {
        return BROKER.uri();
    }
}
