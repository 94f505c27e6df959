package dev.aizuchi.app.guard;

import dev.aizuchi.broker.EmbeddedBroker;
import java.util.concurrent.CountDownLatch;

/** A broker in a process of its own, to be killed. */
final class LonelyBroker {
    private LonelyBroker() {}

    public static void main(String[] args) throws InterruptedException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Integer.parseInt(args[0]))) {
            if (broker.uri().getPort() > 0) {
                new CountDownLatch(1).await();
            }
        }
    }
}
