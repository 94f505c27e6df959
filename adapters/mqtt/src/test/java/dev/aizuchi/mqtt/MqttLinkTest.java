package dev.aizuchi.mqtt;

import dev.aizuchi.broker.EmbeddedBroker;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MqttLinkTest extends LinkContract {
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
}
