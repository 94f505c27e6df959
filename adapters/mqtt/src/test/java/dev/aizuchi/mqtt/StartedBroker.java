package dev.aizuchi.mqtt;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A broker that runs from before the first test of a class until after the last; a static {@code @RegisterExtension}.
 */
public final class StartedBroker implements BeforeAllCallback, AfterAllCallback {
    private final Callable<TestBroker> starting;
    private @Nullable TestBroker broker;

    private StartedBroker(Callable<TestBroker> starting) {
        this.starting = starting;
    }

    /** Run HiveMQ CE in this process. */
    public static StartedBroker embedded() {
        return new StartedBroker(() -> TestBroker.embedded(0));
    }

    /** Run Mosquitto, open to everybody on the loopback. */
    public static StartedBroker mosquitto() {
        return new StartedBroker(() -> Mosquitto.open(Files.createTempDirectory(Path.of("target"), "mosquitto"), 0));
    }

    public URI uri() {
        return Objects.requireNonNull(broker, "not started").uri();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        broker = starting.call();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Objects.requireNonNull(broker).close();
    }
}
