package dev.aizuchi.cluster;

import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.ScenarioSuite;
import dev.aizuchi.testkit.scenario.Scenarios;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Machines and suites for tests: members of a cluster of their own on the loopback address. */
final class Lent {
    private Lent() {}

    static Machine machine(int port, String others, int jobs, String secret, Supplier<ScenarioSuite.Player> players) {
        return Machine.join(settings(port, others, jobs, secret, "1"), players);
    }

    static ClusterSettings settings(int port, String others, int jobs, String secret, String version) {
        return new ClusterSettings(
                Join.parse(others), InetAddress.getLoopbackAddress(), port, Optional.of(secret), jobs, version);
    }

    /** A port that nobody listens at now. */
    static int port() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Write a file for each name and read them all. */
    static List<Scenario> scenarios(Path folder, String... names) {
        for (String name : names) {
            try {
                Files.writeString(folder.resolve(name + ".yaml"), "name: " + name + "\nturns: []\n");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return Scenarios.under(folder).list();
    }
}
