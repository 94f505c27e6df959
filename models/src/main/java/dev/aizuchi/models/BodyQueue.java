package dev.aizuchi.models;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hand the body of a response to the thread that fetches, with a limit on silence.
 *
 * <p>The JDK's client bounds the wait for the headers only. Bytes are asked for one batch at a time, so that a fast
 * server cannot fill the memory.
 */
final class BodyQueue implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private sealed interface Signal {}

    private record Bytes(List<ByteBuffer> buffers) implements Signal {}

    private record End() implements Signal {}

    private record Broken(Throwable cause) implements Signal {}

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Duration stallTimeout;
    private Flow.@Nullable Subscription subscription;

    BodyQueue(Duration stallTimeout) {
        this.stallTimeout = stallTimeout;
    }

    /** Give the next bytes; an empty list at the end. */
    List<ByteBuffer> next() throws IOException, InterruptedException {
        Signal signal = signals.poll(stallTimeout.toMillis(), TimeUnit.MILLISECONDS);
        if (signal == null) {
            throw new HttpTimeoutException("no byte came for " + stallTimeout.toMillis() + " ms");
        }
        if (signal instanceof Broken broken) {
            throw new IOException(Reasons.of(broken.cause()), broken.cause());
        }
        if (signal instanceof Bytes bytes) {
            request();
            return bytes.buffers();
        }
        return List.of();
    }

    /** Drop the connection when the body has not been read to its end. */
    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        synchronized (this) {
            subscription = given;
        }
        request();
    }

    private void request() {
        Flow.Subscription current;
        synchronized (this) {
            current = subscription;
        }
        if (current != null) {
            current.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        signals.add(new Bytes(buffers));
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(new Broken(failure));
    }

    @Override
    public void onComplete() {
        signals.add(new End());
    }
}
