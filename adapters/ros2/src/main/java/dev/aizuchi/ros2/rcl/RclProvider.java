package dev.aizuchi.ros2.rcl;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.plugin.AdapterProvider;

/** Open a bus as a node of ROS 2: {@code use: rcl}. */
public final class RclProvider implements AdapterProvider<Bus, RclSettings> {
    @Override
    public String name() {
        return "rcl";
    }

    @Override
    public Class<Bus> provides() {
        return Bus.class;
    }

    @Override
    public Class<RclSettings> settings() {
        return RclSettings.class;
    }

    @Override
    public Bus open(RclSettings settings) {
        return RclBus.open(settings);
    }
}
