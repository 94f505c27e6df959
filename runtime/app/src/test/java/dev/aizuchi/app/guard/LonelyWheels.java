package dev.aizuchi.app.guard;

import dev.aizuchi.broker.EmbeddedBroker;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.mqtt.MqttBusProvider;
import dev.aizuchi.mqtt.MqttBusSettings;
import java.util.concurrent.CountDownLatch;

/** Wheels in a process of their own, behind a broker of their own: says when they are told what. */
final class LonelyWheels {
    private LonelyWheels() {}

    public static void main(String[] args) throws InterruptedException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Integer.parseInt(args[0]));
                Bus bus = new MqttBusProvider().open(MqttBusSettings.of(broker.uri(), "wheels"))) {
            bus.subscribe(Endpoint.of("wheels/velocity", ""), LonelyWheels::told);
            new CountDownLatch(1).await();
        }
    }

    /** The clock of {@link System#nanoTime()} is one for all processes of a Linux machine. */
    private static void told(Datum.Fields velocity) {
        boolean stand = new Datum.Real(0).equals(velocity.values().get("turn"));
        System.out.println("wheels " + System.nanoTime() + (stand ? " stand" : " turn"));
    }
}
