package dev.aizuchi.ros2.rcl;

import dev.aizuchi.bus.Host;
import dev.aizuchi.ros2.BusContract;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("ros2")
class RclContractTest extends BusContract {
    private static @Nullable PythonPeer peer;
    private static @Nullable Host bus;

    @BeforeAll
    static void open() {
        peer = PythonPeer.start("peer.py", "contract_peer");
        bus = RclBus.open(settings("contract"));
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(bus).close();
        Objects.requireNonNull(peer).close();
    }

    static RclSettings settings(String node) {
        return new RclSettings(
                node, "/aizuchi", PythonPeer.DOMAIN, RclSettings.Discovery.LOCALHOST, List.of(), List.of());
    }

    @Override
    protected Host bus() {
        return Objects.requireNonNull(bus);
    }
}
