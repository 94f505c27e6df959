package dev.aizuchi.mqtt;

import java.net.URI;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same with payloads in CloudEvents. */
class EnvelopedRobotContractTest extends MqttRobotContract {
    @RegisterExtension
    static final StartedBroker BROKER = StartedBroker.embedded();

    @Override
    URI broker() {
        return BROKER.uri();
    }

    @Override
    MqttSettings settings() {
        return Timing.enveloped(super.settings());
    }
}
