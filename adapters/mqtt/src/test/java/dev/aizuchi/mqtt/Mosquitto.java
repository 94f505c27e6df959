package dev.aizuchi.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A real Mosquitto as a process of its own, on the loopback. */
public final class Mosquitto implements TestBroker {
    private final Process process;
    private final Path log;
    private final int port;

    private Mosquitto(Path directory, String configuration, int port) throws IOException {
        Path file = directory.resolve("mosquitto.conf");
        // Mosquitto gives up root for another account, which could not read the test's files; and it holds small
        // messages back for up to 40 ms unless told otherwise.
        String user = System.getProperty("user.name");
        Files.writeString(file, "user " + user + "\nset_tcp_nodelay true\n" + configuration);
        this.port = port;
        this.log = directory.resolve("mosquitto.log");
        this.process = new ProcessBuilder(tool("mosquitto").toString(), "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // For a test run that is broken off.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Patience.until("Mosquitto accepts", this::accepts);
    }

    /** Start one that lets everybody in, on a port or for 0 on any. */
    public static Mosquitto open(Path directory, int port) throws IOException {
        int chosen = port == 0 ? Ports.free() : port;
        return start(directory, "allow_anonymous true\nlistener " + chosen + " 127.0.0.1\n", chosen);
    }

    /** Start one, and wait until it accepts connections on a port of its configuration. */
    static Mosquitto start(Path directory, String configuration, int port) throws IOException {
        return new Mosquitto(directory, configuration, port);
    }

    static Path tool(String name) {
        String path = System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        name + " is not installed; run sh adapters/mqtt/src/test/mosquitto/install.sh"));
    }

    @Override
    public URI uri() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private boolean accepts() {
        if (!process.isAlive()) {
            throw new AssertionError("Mosquitto does not start: " + text(log));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
