package dev.aizuchi.mqtt;

class MqttOutageTest extends OutageContract {
    @Override
    TestBroker start(int port) {
        return TestBroker.embedded(port == 0 ? Ports.free() : port);
    }
}
