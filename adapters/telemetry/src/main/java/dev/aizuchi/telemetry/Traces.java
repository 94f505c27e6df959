package dev.aizuchi.telemetry;

import dev.aizuchi.event.DialogueEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Send a trace of each turn to a collector of OpenTelemetry, as OTLP over HTTP.
 *
 * <p>What a collector does not take is dropped: the robot does not wait for it.
 */
public final class Traces implements Consumer<DialogueEvent>, AutoCloseable {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(5);
    private static final AttributeKey<String> VERSION = AttributeKey.stringKey("service.version");

    private final SdkTracerProvider provider;
    private final TurnSpans spans;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread sending = new Thread(task, "traces");
        sending.setDaemon(true);
        return sending;
    });

    private Traces(SdkTracerProvider provider) {
        this.provider = provider;
        this.spans =
                new TurnSpans(provider.get("dev.aizuchi"), UUID.randomUUID().toString());
    }

    /**
     * Begin to send.
     *
     * @param collector such as {@code http://127.0.0.1:4318/v1/traces}
     * @param version of the runtime
     * @param faults is told, once each time, when the collector begins not to answer
     */
    public static Traces send(URI collector, String version, InstantSource clock, Consumer<String> faults) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector.toString())
                .setTimeout(LONGEST_CALL)
                .setRetryPolicy(null)
                .build();
        Resource resource = Resource.create(Attributes.of(GenAi.SERVICE, "aizuchi", VERSION, version));
        Traces traces = new Traces(SdkTracerProvider.builder()
                .setResource(resource)
                .addSpanProcessor(BatchSpanProcessor.builder(new ToldExporter(exporter, collector, faults))
                        .setScheduleDelay(Duration.ofSeconds(2))
                        .build())
                .build());
        var unused =
                traces.thread.scheduleWithFixedDelay(() -> traces.spans.sweep(clock.instant()), 1, 1, TimeUnit.SECONDS);
        return traces;
    }

    @Override
    public void accept(DialogueEvent event) {
        thread.execute(() -> spans.take(event));
    }

    /** End all turns and send what is there, for up to three seconds. */
    @Override
    public void close() {
        close(Duration.ofMillis(1_500));
    }

    /** End all turns and send what is there, waiting for either for so long at most. */
    void close(Duration longest) {
        thread.execute(spans::end);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        provider.shutdown().join(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
