package dev.aizuchi.mqtt;

import dev.aizuchi.plugin.AdapterException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Wait for what must have come before an end of the link is open. */
final class Opening {
    private Opening() {}

    /**
     * Wait for it.
     *
     * @param missing says what has not come, and what helps
     * @throws AdapterException with that when it has not come within the open timeout; with the reason, when it cannot
     */
    static void await(CompletableFuture<?> ready, MqttSettings settings, Supplier<String> missing) {
        try {
            ready.get(settings.openTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AdapterException(missing.get(), e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new AdapterException(String.valueOf((cause == null ? e : cause).getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdapterException("interrupted while connecting to " + settings.broker(), e);
        }
    }
}
