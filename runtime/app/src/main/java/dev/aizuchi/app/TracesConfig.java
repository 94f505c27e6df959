package dev.aizuchi.app;

import java.net.URI;
import java.util.Objects;

/**
 * Say where traces are sent to.
 *
 * @param collector takes OTLP over HTTP, such as {@code http://127.0.0.1:4318/v1/traces}
 */
record TracesConfig(URI collector) {
    TracesConfig {
        Objects.requireNonNull(collector, "collector is missing: such as http://127.0.0.1:4318/v1/traces");
        boolean http = "http".equals(collector.getScheme()) || "https".equals(collector.getScheme());
        if (!http || collector.getHost() == null) {
            throw new IllegalArgumentException(
                    "collector: " + collector + " is no address such as http://127.0.0.1:4318/v1/traces");
        }
    }
}
