package dev.aizuchi.mqtt;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.plugin.AdapterProvider;

/** Open a bus over MQTT topics of others: {@code use: mqtt} under {@code buses}. */
public final class MqttBusProvider implements AdapterProvider<Bus, MqttBusSettings> {
    @Override
    public String name() {
        return "mqtt";
    }

    @Override
    public Class<Bus> provides() {
        return Bus.class;
    }

    @Override
    public Class<MqttBusSettings> settings() {
        return MqttBusSettings.class;
    }

    @Override
    public Bus open(MqttBusSettings settings) {
        return MqttBus.open(settings);
    }
}
