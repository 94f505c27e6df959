package dev.aizuchi.mqtt;

import dev.aizuchi.broker.EmbeddedBroker;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same with payloads in CloudEvents. */
class EnvelopedRobotContractTest extends MqttRobotContract {
    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Override
    URI broker() {
        return broker.uri();
    }

    @Override
    MqttSettings settings() {
        return Timing.enveloped(super.settings());
    }
}
