package dev.aizuchi.mqtt;

import dev.aizuchi.broker.EmbeddedBroker;
import java.net.URI;

/** A broker that a test starts and kills. */
public interface TestBroker extends AutoCloseable {
    URI uri();

    /** Let it die at once, without a goodbye to its clients. */
    @Override
    void close();

    static TestBroker embedded(int port) {
        EmbeddedBroker broker = EmbeddedBroker.start(port);
        return new TestBroker() {
            @Override
            public URI uri() {
                return broker.uri();
            }

            @Override
            public void close() {
                broker.close();
            }
        };
    }

    /** Give the one to measure: that of {@code -Daizuchi.bench.broker=tcp://…}, else an embedded one. */
    static TestBroker measured() {
        String other = System.getProperty("aizuchi.bench.broker");
        return other == null ? embedded(0) : running(URI.create(other));
    }

    /** Use one that runs, and leave it running. */
    static TestBroker running(URI uri) {
        return new TestBroker() {
            @Override
            public URI uri() {
                return uri;
            }

            @Override
            public void close() {}
        };
    }
}
