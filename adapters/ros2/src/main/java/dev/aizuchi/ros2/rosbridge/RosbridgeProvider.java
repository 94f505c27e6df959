package dev.aizuchi.ros2.rosbridge;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.plugin.AdapterProvider;

/** Open a bus over rosbridge: {@code use: rosbridge}. */
public final class RosbridgeProvider implements AdapterProvider<Bus, RosbridgeSettings> {
    @Override
    public String name() {
        return "rosbridge";
    }

    @Override
    public Class<Bus> provides() {
        return Bus.class;
    }

    @Override
    public Class<RosbridgeSettings> settings() {
        return RosbridgeSettings.class;
    }

    @Override
    public Bus open(RosbridgeSettings settings) {
        return RosbridgeBus.open(settings);
    }
}
