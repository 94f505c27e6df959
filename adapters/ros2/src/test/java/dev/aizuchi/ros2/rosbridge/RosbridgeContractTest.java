package dev.aizuchi.ros2.rosbridge;

import dev.aizuchi.bus.Host;
import dev.aizuchi.ros2.BusContract;
import dev.aizuchi.ros2.Shared;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class RosbridgeContractTest extends BusContract {
    private final FakeBridge bridge = FakeBridge.serving();
    private final Host bus = RosbridgeBus.open(RosbridgeSettings.of(bridge.uri(), List.of(Shared.folder())));

    @Override
    protected Host bus() {
        return bus;
    }

    @AfterEach
    void close() {
        bus.close();
        bridge.close();
    }
}
