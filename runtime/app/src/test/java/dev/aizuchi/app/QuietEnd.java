package dev.aizuchi.app;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * End the tests' process without running what native libraries do at an exit: with five of them loaded, one was seen to
 * free what another had freed, after all tests had passed.
 */
public final class QuietEnd implements BeforeAllCallback {
    private static final AtomicBoolean REGISTERED = new AtomicBoolean();

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!REGISTERED.getAndSet(true)) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(0), "quiet end"));
        }
    }
}
