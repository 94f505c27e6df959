package dev.aizuchi.mqtt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** List the topics of a robot, below {@code <topic-root>/<robot>/}; {@code asyncapi.yaml} says the same. */
enum Topic {
    /** An order to the robot; answered by {@link #ACK}. */
    COMMAND(1, false, 0, Sender.RUNTIME),
    /** What became of a command or stop on arrival; whoever misses it sends again. */
    ACK(0, false, 0, Sender.ROBOT),
    /** The done part of an act. */
    PROGRESS(0, false, 1, Sender.ROBOT),
    /** How an act ended. */
    OUTCOME(1, false, 0, Sender.ROBOT),
    /** An act to be ended early. */
    CANCEL(1, false, 0, Sender.RUNTIME),
    /** Stop all motion and latch; any client may, with any payload. */
    STOP(1, false, 0, Sender.ANYONE),
    /** Release the latch. */
    RESUME(1, false, 1, Sender.RUNTIME),
    /** Where the robot is and how it fares; also its heartbeat. Retained for who looks on. */
    STATE(0, true, 0, Sender.ROBOT),
    /** What a sensor says. */
    PERCEPT(1, false, 0, Sender.ROBOT),
    /** The runtime lives. */
    HEARTBEAT(0, false, 1, Sender.RUNTIME),
    /** Whether the robot's side is there; its last will says that it is not. */
    STATUS(1, true, 0, Sender.ROBOT),
    /** What the robot can do. */
    PROFILE(1, true, 0, Sender.ROBOT);

    /** Who publishes. */
    enum Sender {
        RUNTIME,
        ROBOT,
        ANYONE
    }

    private final int qos;
    private final boolean retained;
    private final long expirySeconds;
    private final Sender sender;

    Topic(int qos, boolean retained, long expirySeconds, Sender sender) {
        this.qos = qos;
        this.retained = retained;
        this.expirySeconds = expirySeconds;
        this.sender = sender;
    }

    int qos() {
        return qos;
    }

    /** Tell whether an end reads what the broker keeps of it; a kept state is no sign of life. */
    boolean isFetched() {
        return retained && this != STATE;
    }

    boolean retained() {
        return retained;
    }

    /** Give after how many seconds the broker drops a message, or 0 for never; that of a command is its deadline. */
    long expirySeconds() {
        return expirySeconds;
    }

    Sender sender() {
        return sender;
    }

    /** Give the last level. */
    String level() {
        return name().toLowerCase(Locale.ROOT);
    }

    String of(MqttSettings settings) {
        return settings.topicRoot() + "/" + settings.robot() + "/" + level();
    }

    static Optional<Topic> find(MqttSettings settings, String topic) {
        return Arrays.stream(values())
                .filter(known -> known.of(settings).equals(topic))
                .findFirst();
    }
}
