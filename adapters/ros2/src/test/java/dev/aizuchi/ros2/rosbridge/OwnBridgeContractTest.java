package dev.aizuchi.ros2.rosbridge;

import dev.aizuchi.bus.Host;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.ros2.BusContract;
import dev.aizuchi.ros2.Shared;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Holds a rosbridge of one's own to the contract, with {@code peer.py} running behind it; the README says how. */
@EnabledIfSystemProperty(named = "aizuchi.rosbridge", matches = ".+")
class OwnBridgeContractTest extends BusContract {
    private final Host bus = RosbridgeBus.open(
            RosbridgeSettings.of(URI.create(System.getProperty("aizuchi.rosbridge", "")), List.of(Shared.folder())));

    @Override
    protected Host bus() {
        return bus;
    }

    /** The bridge hears by best effort, and loses what comes in a burst. */
    @Override
    protected int window() {
        return 1;
    }

    /** An older bridge says nothing of a goal that is rejected, or that nobody serves. */
    @Override
    protected Reason told(Reason reason) {
        return Reason.TIMED_OUT;
    }

    @AfterEach
    void close() {
        bus.close();
    }
}
