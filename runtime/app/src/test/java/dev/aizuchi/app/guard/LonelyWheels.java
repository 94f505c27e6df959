package dev.aizuchi.app.guard;

import dev.aizuchi.broker.EmbeddedBroker;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.mqtt.MqttBusProvider;
import dev.aizuchi.mqtt.MqttBusSettings;
import dev.aizuchi.ros2.rcl.RclProvider;
import dev.aizuchi.ros2.rcl.RclSettings;
import java.util.concurrent.CountDownLatch;

/** Wheels in a process of their own, behind a broker of their own or in ROS 2: says when they are told what. */
final class LonelyWheels {
    private LonelyWheels() {}

    /** Listen; the one argument is the port of the broker, none is ROS 2. */
    public static void main(String[] args) throws InterruptedException {
        if (args.length == 0) {
            try (Bus ros = new RclProvider().open(RclSettings.of("wheels"))) {
                listen(ros, new Endpoint("/cmd_vel", "geometry_msgs/msg/Twist", Endpoint.Delivery.RELIABLE));
            }
        } else {
            try (EmbeddedBroker broker = EmbeddedBroker.start(Integer.parseInt(args[0]));
                    Bus mqtt = new MqttBusProvider().open(MqttBusSettings.of(broker.uri(), "wheels"))) {
                listen(mqtt, Endpoint.of("wheels/velocity", ""));
            }
        }
    }

    private static void listen(Bus bus, Endpoint topic) throws InterruptedException {
        bus.subscribe(topic, LonelyWheels::told);
        new CountDownLatch(1).await();
    }

    /** The clock of {@link System#nanoTime()} is one for all processes of a Linux machine. */
    private static void told(Datum.Fields velocity) {
        System.out.println("wheels " + System.nanoTime() + (isZero(velocity) ? " stand" : " turn"));
    }

    private static boolean isZero(Datum datum) {
        return datum instanceof Datum.Fields fields
                ? fields.values().values().stream().allMatch(LonelyWheels::isZero)
                : datum.equals(new Datum.Real(0));
    }
}
