package dev.aizuchi.mqtt;

import dev.aizuchi.event.Percept;
import dev.aizuchi.mqtt.Wire.Ack;
import dev.aizuchi.mqtt.Wire.Signal;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Robot;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Put any {@link Robot} on an MQTT broker: the robot's side of the link.
 *
 * <p>Stops have a thread of their own, which also is the dead-man: when the runtime that gave an order to move is not
 * heard for the set time, the robot is stopped and stays latched until it is resumed. An order is carried out once, and
 * never after its deadline. The robot stays the caller's: it is not closed here.
 */
public final class MqttRobotServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MqttRobotServer.class.getName());
    private static final List<Topic> HEARD =
            List.of(Topic.COMMAND, Topic.CANCEL, Topic.STOP, Topic.RESUME, Topic.HEARTBEAT);
    private static final long DEADMAN_CHECK_MS = 20;

    private final MqttSettings settings;
    private final Robot robot;
    private final Connection connection;
    private final ScheduledExecutorService urgent;
    private final ScheduledExecutorService thread;
    private final Rejections rejections = new Rejections();
    private final DeadMan deadMan;
    private final StopLatch latch = new StopLatch();
    private final Telling telling;
    private final Intake intake;
    private final Ledger ledger;

    private MqttRobotServer(MqttSettings settings, Robot robot, InstantSource clock) {
        this.settings = settings;
        this.robot = robot;
        this.ledger = new Ledger(settings.ledgerFile());
        this.deadMan = new DeadMan(settings.deadman());
        String clientId = "aizuchi-robot-" + settings.robot();
        this.urgent = Executors.newSingleThreadScheduledExecutor(Threads.named(clientId + "-stop"));
        this.thread = Executors.newSingleThreadScheduledExecutor(Threads.named(clientId));
        this.connection = new Connection(settings, clientId, HEARD, true, new Inbox());
        this.telling = new Telling(connection, robot);
        this.intake = new Intake(robot, clock, thread, telling, deadMan, rejections, ledger);
    }

    /**
     * Connect and serve the robot from now on; a lost connection is made again by itself.
     *
     * <p>With a ledger-file, an order that the last run took is not carried out again. If that run ended while an order
     * moved the robot, it is stopped and stays latched until it is resumed.
     *
     * @throws AdapterException when the broker does not answer within the open timeout, or refuses; or when the
     *     ledger-file cannot be used
     */
    public static MqttRobotServer start(MqttSettings settings, Robot robot) {
        return start(settings, robot, InstantSource.system());
    }

    static MqttRobotServer start(MqttSettings settings, Robot robot, InstantSource clock) {
        MqttRobotServer server = new MqttRobotServer(settings, robot, clock);
        robot.onPercept(server::perceived);
        if (server.intake.recover()) {
            LOG.log(Level.WARNING, "an order to move was broken off by a restart: the robot is stopped");
            server.halt();
        }
        try {
            Opening.await(server.connection.open(), settings, server.connection::trouble);
        } catch (AdapterException e) {
            server.close();
            throw e;
        }
        Threads.every(server.urgent, DEADMAN_CHECK_MS, server::checkDeadMan);
        Threads.every(server.thread, settings.heartbeat().toMillis(), server.telling::state);
        return server;
    }

    /** Stop the robot if an order moves it, tell that it is gone, and disconnect. */
    @Override
    public void close() {
        Threads.finish(urgent, () -> {
            if (intake.isMoving()) {
                halt();
            }
        });
        Threads.finish(thread, () -> {
            intake.commit();
            telling.offline();
            ledger.close();
        });
        connection.close();
    }

    /** Tell the state now, besides the regular times. */
    void tellState() {
        telling.state();
    }

    long rejected() {
        return rejections.count();
    }

    private void checkDeadMan() {
        if (intake.isMoving() && deadMan.isDue(System.nanoTime())) {
            LOG.log(Level.WARNING, "no heartbeat for {0}: the robot is stopped", settings.deadman());
            halt();
            Threads.hand(thread, telling::state);
        }
    }

    private void halt() {
        intake.halted();
        robot.stop();
    }

    private void stop(byte[] payload) {
        Optional<Signal> signal = signal(payload);
        // What does not say who sent it, and when, always stops: it may come from a plain button.
        if (signal.isEmpty() || latch.isNewStop(signal.get())) {
            halt();
        }
        signal.ifPresent(stop -> telling.ack(stop.id(), Ack.Result.ACCEPTED, ""));
        Threads.hand(thread, telling::state);
    }

    private static Optional<Signal> signal(byte[] payload) {
        try {
            return Optional.of(Wire.signal(Fields.parse(payload)));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private void read(Topic topic, byte[] payload, boolean retained, long stopsBefore) {
        try {
            Fields json = Fields.parse(payload);
            switch (topic) {
                case COMMAND -> intake.command(json, retained, stopsBefore);
                case CANCEL -> intake.cancel(Wire.id(json));
                default -> throw new MalformedException("not a topic that the runtime publishes");
            }
        } catch (MalformedException e) {
            rejections.add(topic, e.why());
            if (topic == Topic.COMMAND) {
                telling.ack("", Ack.Result.REJECTED, "malformed");
            }
        }
    }

    private void resume(byte[] payload) {
        Optional<Signal> signal = signal(payload);
        if (signal.isEmpty()) {
            rejections.add(Topic.RESUME, "not a signal");
        } else if (latch.counts(signal.get())) {
            robot.resume();
        }
        Threads.hand(thread, telling::state);
    }

    private void perceived(Percept percept) {
        if (!(percept instanceof Percept.Link)) {
            telling.percept(percept);
        }
    }

    private final class Inbox implements Connection.Listener {
        @Override
        public void up() {
            telling.online();
        }

        @Override
        public void down(String why) {}

        @Override
        public void forbidden(Topic topic, byte[] payload, String why) {}

        @Override
        public void message(Topic topic, byte[] payload, boolean retained) {
            if (topic == Topic.STOP) {
                Threads.hand(urgent, () -> stop(payload));
            } else if (topic == Topic.RESUME) {
                // On the same thread as the stops, so that what was sent first is done first.
                Threads.hand(urgent, () -> resume(payload));
            } else if (topic == Topic.HEARTBEAT) {
                signal(payload).ifPresent(beat -> deadMan.beat(beat.from(), System.nanoTime()));
            } else {
                // By way of the stops, so that an order knows which of them came before it.
                Threads.hand(urgent, () -> {
                    long stopsBefore = intake.stops();
                    Threads.hand(thread, () -> read(topic, payload, retained, stopsBefore));
                });
            }
        }
    }
}
