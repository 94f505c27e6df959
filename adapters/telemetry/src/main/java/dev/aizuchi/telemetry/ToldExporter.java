package dev.aizuchi.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Export by another, and tell when that begins to fail. */
final class ToldExporter implements SpanExporter {
    private final SpanExporter exporter;
    private final URI collector;
    private final Consumer<String> faults;
    private final AtomicBoolean told = new AtomicBoolean();

    ToldExporter(SpanExporter exporter, URI collector, Consumer<String> faults) {
        this.exporter = exporter;
        this.collector = collector;
        this.faults = faults;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        result.whenComplete(() -> {
            if (result.isSuccess()) {
                told.set(false);
            } else if (!told.getAndSet(true)) {
                faults.accept(
                        "no traces can be sent to " + collector
                                + ": start a collector there or take traces out of the configuration; they are dropped meanwhile");
            }
        });
        return result;
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
