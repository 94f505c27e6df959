package dev.aizuchi.broker;

import com.hivemq.embedded.EmbeddedHiveMQ;
import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Run an MQTT broker in this process until it is closed.
 *
 * <p>It listens on the loopback interface unless told otherwise, keeps nothing over a restart and sends no usage
 * statistics. It asks nobody for a password: give it another address only in a network that you trust.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EmbeddedBroker.class.getName());
    private static final long POLL_MS = 20;
    private static final int FREE_PORT_TRIES = 3;

    private final EmbeddedHiveMQ hive;
    private final InetSocketAddress address;
    private final @Nullable Path temporary;

    private EmbeddedBroker(EmbeddedHiveMQ hive, InetSocketAddress address, @Nullable Path temporary) {
        this.hive = hive;
        this.address = address;
        this.temporary = temporary;
    }

    /**
     * Start a broker on 127.0.0.1 with a temporary directory; returns when it accepts connections.
     *
     * @param port TCP port, or 0 for any free one
     * @throws AdapterException when the port is taken or the broker does not start
     */
    public static EmbeddedBroker start(int port) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), null);
    }

    /**
     * Start a broker; returns when it accepts connections.
     *
     * @param address where to listen; port 0 takes any free one
     * @param directory where the broker keeps its few files, created if absent; null for a temporary one, which is
     *     deleted on {@link #close}
     * @throws AdapterException when the port is taken or the broker does not start
     */
    public static EmbeddedBroker start(InetSocketAddress address, @Nullable Path directory) {
        if (address.isUnresolved()) {
            throw new AdapterException("the broker's address " + address.getHostString()
                    + " is unknown; give an address of this machine, such as 127.0.0.1");
        }
        QuietLogs.install();
        int tries = address.getPort() == 0 ? FREE_PORT_TRIES : 1;
        for (int i = 1; ; i++) {
            try {
                return startOnce(freeAddress(address), directory);
            } catch (AdapterException e) {
                // The free port that was found may have been taken by another since.
                if (i == tries) {
                    throw e;
                }
            }
        }
    }

    private static EmbeddedBroker startOnce(InetSocketAddress address, @Nullable Path directory) {
        if (directory != null) {
            return new EmbeddedBroker(boot(address, directory), address, null);
        }
        Path temporary = temporaryDirectory();
        try {
            return new EmbeddedBroker(boot(address, temporary), address, temporary);
        } catch (AdapterException e) {
            delete(temporary);
            throw e;
        }
    }

    private static EmbeddedHiveMQ boot(InetSocketAddress address, Path home) {
        EmbeddedHiveMQ hive = configured(address, home);
        try {
            hive.start().get();
            return hive;
        } catch (ExecutionException e) {
            close(hive);
            throw new AdapterException("the MQTT broker does not start at " + text(address) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            close(hive);
            Thread.currentThread().interrupt();
            throw new AdapterException("the start of the MQTT broker at " + text(address) + " was interrupted", e);
        }
    }

    private static EmbeddedHiveMQ configured(InetSocketAddress address, Path home) {
        try {
            Path configuration = Files.createDirectories(home.resolve("conf"));
            Files.writeString(configuration.resolve("config.xml"), configuration(address));
            return EmbeddedHiveMQ.builder()
                    .withConfigurationFolder(configuration)
                    .withDataFolder(Files.createDirectories(home.resolve("data")))
                    .withExtensionsFolder(Files.createDirectories(home.resolve("extensions")))
                    .withoutLoggingBootstrap()
                    .build();
        } catch (IOException e) {
            throw new AdapterException("the MQTT broker cannot write to " + home + "; give a directory that it may", e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("aizuchi-broker");
        } catch (IOException e) {
            throw new AdapterException(
                    "no temporary directory for the MQTT broker in " + System.getProperty("java.io.tmpdir")
                            + "; free some space there, or give a directory",
                    e);
        }
    }

    /** Give the port on which it listens. */
    public int port() {
        return address.getPort();
    }

    /** Give the address for clients on this machine, such as {@code tcp://127.0.0.1:1883}. */
    public URI uri() {
        InetAddress host = address.getAddress();
        String reachable =
                host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress().getHostAddress() : host.getHostAddress();
        return URI.create("tcp://" + (reachable.contains(":") ? "[" + reachable + "]" : reachable) + ":" + port());
    }

    /**
     * Stop the broker and cut its clients off; returns when it accepts none any more.
     *
     * <p>Its last threads take four more seconds to end, for which nobody waits here; {@link System#exit} ends them.
     */
    @Override
    public void close() {
        Thread stopping = new Thread(() -> close(hive), "aizuchi-broker-close");
        stopping.setDaemon(true);
        stopping.start();
        try {
            while (stopping.isAlive() && accepts()) {
                stopping.join(POLL_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (temporary != null) {
            delete(temporary);
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri().getHost(), port()), 100);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void close(EmbeddedHiveMQ hive) {
        try {
            hive.close();
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "the MQTT broker did not stop cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path directory) {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "left behind: " + directory, e);
        }
    }

    /** Check that the port can be had, because the broker's own message does not say why it cannot. */
    private static InetSocketAddress freeAddress(InetSocketAddress wanted) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(wanted);
            return new InetSocketAddress(wanted.getAddress(), probe.getLocalPort());
        } catch (IOException e) {
            throw new AdapterException(
                    "port " + wanted.getPort() + " of " + wanted.getAddress().getHostAddress()
                            + " cannot be had for the MQTT broker (" + e.getMessage()
                            + "); end the program that holds it, use that broker, or choose another port",
                    e);
        }
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private static String configuration(InetSocketAddress address) {
        return """
                <?xml version="1.0"?>
                <hivemq>
                  <listeners>
                    <tcp-listener>
                      <port>%d</port>
                      <bind-address>%s</bind-address>
                    </tcp-listener>
                  </listeners>
                  <persistence><mode>in-memory</mode></persistence>
                  <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                </hivemq>
                """.formatted(address.getPort(), address.getAddress().getHostAddress());
    }
}
