package dev.aizuchi.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.RobotState;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Serve what happens as metrics at {@code /metrics}, in the text format of Prometheus. */
public final class Metrics implements Consumer<DialogueEvent>, AutoCloseable {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final EventMetrics events = new EventMetrics(registry);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread serving = new Thread(task, "metrics");
        serving.setDaemon(true);
        return serving;
    });
    private final MetricsSettings settings;
    private final HttpServer server;

    private Metrics(MetricsSettings settings, HttpServer server) {
        this.settings = settings;
        this.server = server;
    }

    /**
     * Begin to serve.
     *
     * @param robot is asked for the robot's state whenever somebody reads the metrics
     * @throws IOException when the port is taken
     */
    public static Metrics serve(MetricsSettings settings, Supplier<RobotState> robot, InstantSource clock)
            throws IOException {
        Metrics metrics = new Metrics(settings, HttpServer.create(settings.socket(), 0));
        RobotMetrics.register(metrics.registry, robot, clock);
        metrics.bindProcess();
        metrics.server.setExecutor(metrics.thread);
        metrics.server.createContext("/metrics", metrics::answer);
        metrics.server.start();
        return metrics;
    }

    /** Give the port at which they are served. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void accept(DialogueEvent event) {
        events.accept(event);
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
        collections.close();
        registry.close();
    }

    private void bindProcess() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isAllowed(exchange)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                exchange.sendResponseHeaders(401, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
            } else if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                byte[] text = registry.scrape(TEXT).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", TEXT);
                exchange.sendResponseHeaders(200, text.length);
                try (OutputStream body = exchange.getResponseBody()) {
                    body.write(text);
                }
            }
        }
    }

    /** Compared in the same time whatever is sent, so that nobody can feel their way to the token. */
    private boolean isAllowed(HttpExchange exchange) {
        String sent = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] wanted = ("Bearer " + settings.token()).getBytes(StandardCharsets.UTF_8);
        return settings.token().isEmpty()
                || (sent != null && MessageDigest.isEqual(wanted, sent.getBytes(StandardCharsets.UTF_8)));
    }
}
