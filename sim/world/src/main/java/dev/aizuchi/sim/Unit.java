package dev.aizuchi.sim;

import java.util.List;
import java.util.Random;

/** One robot with all its parts; guarded by the world's lock. */
final class Unit {
    private final int index;
    private final String name;
    private final Crowd crowd;
    private final Body body;
    private final Senses senses;
    private final Sight sight;
    private final Arm arm;
    private final Acts acts;
    private final SimulatedRobot robot;

    Unit(int index, FloorPlan.Robot who, Surroundings around, Random random) {
        this.index = index;
        this.name = who.name();
        this.crowd = around.crowd();
        this.body = new Body(around.floor(), who, random);
        this.senses = new Senses(around.outbox(), random);
        this.sight = new Sight(around, senses);
        this.arm = new Arm(around, name, body);
        this.acts = new Acts(around, this, who.dock());
        this.robot = new SimulatedRobot(around, this, acts, who);
        crowd.add(body);
    }

    String name() {
        return name;
    }

    Body body() {
        return body;
    }

    Senses senses() {
        return senses;
    }

    Sight sight() {
        return sight;
    }

    Arm arm() {
        return arm;
    }

    SimulatedRobot robot() {
        return robot;
    }

    void tick() {
        List<Point> near = crowd.around(index, Sight.RANGE);
        sight.tick(body.position(), near);
        robot.tick(near);
        crowd.moved(index);
    }

    void set(Fault fault, boolean broken) {
        switch (fault) {
            case STUCK_WHEEL -> body.setStuck(broken);
            case WEAK_GRIPPER -> arm.setWeak(broken);
            case FROZEN_STATE -> robot.setFrozen(broken);
            case BLIND -> sight.setBlind(broken);
            case DEAD_FAN -> body.motors().setUnventilated(broken);
            case LYING_SENSOR -> robot.setLying(broken);
            case LOST_PERCEPTS -> senses.setLosing(broken);
            case SLIP -> body.setSlipping(broken);
        }
    }

    Snapshot.Robot shown() {
        return new Snapshot.Robot(
                name,
                robot.measured(),
                robot.isCharging(),
                acts.shown(),
                body.motors().temperature());
    }
}
