package dev.aizuchi.mqtt;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("mosquitto")
class MosquittoRobotContractTest extends MqttRobotContract {
    @RegisterExtension
    static final StartedBroker BROKER = StartedBroker.mosquitto();

    @Override
    URI broker() {
        return BROKER.uri();
    }
}
