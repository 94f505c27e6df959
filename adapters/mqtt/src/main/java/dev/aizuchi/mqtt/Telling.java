package dev.aizuchi.mqtt;

import dev.aizuchi.event.Percept;
import dev.aizuchi.mqtt.Wire.Ack;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import org.jspecify.annotations.Nullable;

/** Publish what the robot's side has to tell; on any thread. */
final class Telling {
    private final Connection connection;
    private final Robot robot;
    private volatile @Nullable RobotProfile profile;

    Telling(Connection connection, Robot robot) {
        this.connection = connection;
        this.robot = robot;
    }

    void online() {
        profile();
        connection.publishSurely(Topic.STATUS, Wire.status(true));
    }

    void offline() {
        connection.publish(Topic.STATUS, Wire.status(false));
    }

    void ack(String id, Ack.Result result, String detail) {
        connection.publish(Topic.ACK, Wire.ack(new Ack(id, result, detail)));
    }

    void progress(String id, double done) {
        double part = Math.max(0, Math.min(1, done));
        connection.publish(Topic.PROGRESS, Wire.progress(new Wire.Progress(id, part)));
    }

    /** Tell an outcome now or when the link is there again. */
    void outcome(String id, Outcome outcome) {
        connection.publishSurely(Topic.OUTCOME, Wire.ending(new Wire.Ending(id, outcome)));
    }

    /** Tell a percept now or when the link is there again. */
    void percept(Percept percept) {
        connection.publishSurely(Topic.PERCEPT, Wire.percept(percept));
    }

    private void profile() {
        RobotProfile now = robot.profile();
        profile = now;
        connection.publishSurely(Topic.PROFILE, Wire.profile(now));
    }

    /** Tell the state, and first the profile where that has changed. */
    void state() {
        if (!robot.profile().equals(profile)) {
            profile();
        }
        connection.publish(Topic.STATE, Wire.state(robot.state()));
    }
}
