package dev.aizuchi.mqtt;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;

/** Deal with the robot's end: orders out, reports in, and a look at the link; confined to the adapter's thread. */
final class Exchange {
    private final String runtime;
    private final Connection connection;
    private final StopSender stops;
    private final RobotView view;
    private final Link link;
    private final Orders orders;
    private final Rejections rejections = new Rejections();

    Exchange(MqttSettings settings, String runtime, Connection connection, StopSender stops, RobotView view) {
        this.runtime = runtime;
        this.connection = connection;
        this.stops = stops;
        this.view = view;
        this.link = new Link(settings.linkTimeout());
        this.orders = new Orders(new OrderSender(), settings.ackTimeout(), settings.queue());
    }

    /** Take an order on; {@code stopsBefore} were given before it. */
    void begin(
            Command command,
            Instant issuedAt,
            long stopsBefore,
            DoubleConsumer progress,
            CompletableFuture<Outcome> outcome) {
        boolean moves = view.profile()
                .capability(command.action().name())
                .map(Capability::moves)
                .orElse(command.action().moves());
        OpenOrder order = new OpenOrder(command, moves, issuedAt, stopsBefore, System.nanoTime(), progress, outcome);
        orders.begin(order, link.isUp(), stops.count() != stopsBefore);
    }

    void cancel(String id) {
        orders.cancel(id);
    }

    /** Note that the runtime stops the robot. */
    void stopped() {
        orders.stopped(link.isUp());
    }

    /** End every order. */
    void close() {
        orders.close(link.isUp());
    }

    /** Look at the clock, and tell the robot that the runtime lives. */
    void tick() {
        long now = System.nanoTime();
        if (link.wentSilent(now)) {
            linkDown("nothing is heard of it");
        }
        if (link.isUp()) {
            // A runtime that does not hear the robot, or whose stop is not confirmed, falls silent, so that the robot's
            // dead-man stops it.
            if (stops.isConfirmed()) {
                stops.beat();
            } else {
                stops.repeat();
            }
        }
        orders.tick(now, link.isUp());
    }

    /** Note that the connection is gone, or that the robot's end says goodbye. */
    void lost(String why) {
        if (link.lost()) {
            linkDown(why);
        }
    }

    private void linkDown(String why) {
        orders.linkDown(why);
        view.tell(new Percept.Link(false));
    }

    /** Take what came on a topic. */
    void read(Topic topic, byte[] payload) {
        if (topic == Topic.STOP) {
            // Any payload stops: whoever presses a button cannot be asked for well-formed JSON.
            view.tell(new Percept.EmergencyStop(true));
            return;
        }
        try {
            Fields json = Fields.parse(payload);
            switch (topic) {
                case STATUS -> {
                    if (!Wire.status(json)) {
                        lost("its side is offline");
                    }
                }
                case PROFILE -> view.told(ProfileCodec.read(json));
                case STATE -> heard(Wire.state(json));
                case ACK -> acknowledged(Wire.ack(json));
                case PROGRESS -> orders.progressed(Wire.progress(json));
                case OUTCOME -> {
                    Wire.Ending ending = Wire.ending(json);
                    orders.end(ending.id(), ending.outcome());
                }
                case PERCEPT -> view.tell(PerceptCodec.read(json));
                default -> throw new MalformedException("not a topic that the robot publishes");
            }
        } catch (MalformedException e) {
            rejections.add(topic, e.why());
        }
    }

    private void heard(RobotState told) {
        boolean first = view.told(told);
        stops.told(told);
        long now = System.nanoTime();
        if (link.heard(now)) {
            stops.repeat();
            orders.linkUp(now);
            if (!first) {
                view.tell(new Percept.Link(true));
            }
        }
    }

    private void acknowledged(Wire.Ack ack) {
        if (!stops.confirm(ack.id())) {
            orders.acknowledged(ack);
        }
    }

    /** Note that the broker forbids a message: an order fails by it. A stop is repeated all the same. */
    void forbidden(Topic topic, byte[] payload, String why) {
        try {
            if (topic == Topic.COMMAND) {
                orders.forbidden(Wire.id(Fields.parse(payload)), why);
            }
        } catch (MalformedException e) {
            rejections.add(topic, e.why());
        }
    }

    private final class OrderSender implements Orders.Sender {
        @Override
        public void send(OpenOrder order, Duration left) {
            if (order.moves) {
                stops.unlessStopped(order.stopsBefore, () -> publish(order, left));
            } else {
                publish(order, left);
            }
        }

        private void publish(OpenOrder order, Duration left) {
            long expiry = Math.max(1, left.toSeconds() + 1);
            Wire.Order wire = new Wire.Order(runtime, order.issuedAt, order.command);
            connection.publish(Topic.COMMAND, Wire.order(wire), expiry);
        }

        @Override
        public void cancel(String id) {
            connection.publish(Topic.CANCEL, Wire.cancel(id));
        }
    }
}
