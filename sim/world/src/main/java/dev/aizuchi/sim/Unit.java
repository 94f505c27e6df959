package dev.aizuchi.sim;

import dev.aizuchi.sim.hazard.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One robot with all its parts; guarded by the world's lock. */
final class Unit {
    /** Metres to which it sees people without light. */
    private static final double IN_THE_DARK = 1.2;

    /** Centimetres of water that reach its motors. */
    private static final double WADES = 12;

    /** Degrees Celsius of the air at which it fails. */
    private static final double WITHSTANDS = 120;

    private final int index;
    private final String name;
    private final Crowd crowd;
    private final Body body;
    private final Senses senses;
    private final Gauges gauges;
    private final Sight sight;
    private final Camera camera;
    private final Lidar lidar;
    private final Arm arm;
    private final Acts acts;
    private final SimulatedRobot robot;
    /** Who is near, found anew each tick. */
    private final List<Point> near = new ArrayList<>();

    Unit(int index, FloorPlan.Robot who, Surroundings around, Random random) {
        this.index = index;
        this.name = who.name();
        this.crowd = around.crowd();
        this.body = new Body(around.floor(), who, random);
        this.senses = new Senses(around.outbox(), random);
        this.gauges = new Gauges(senses);
        this.sight = new Sight(around, senses);
        this.camera = new Camera(around, body, sight, senses);
        this.lidar = new Lidar(around, body, senses);
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

    Gauges gauges() {
        return gauges;
    }

    Sight sight() {
        return sight;
    }

    Camera camera() {
        return camera;
    }

    Arm arm() {
        return arm;
    }

    SimulatedRobot robot() {
        return robot;
    }

    void tick() {
        crowd.around(index, near);
        sight.tick(body.position(), near);
        camera.tick();
        lidar.tick();
        robot.tick(near);
        crowd.moved(index);
    }

    /** Take what there is around: the sensors tell of it, and what is too much ruins the robot. */
    void read(Reading reading, boolean dark) {
        body.motors().setAir(reading.celsius());
        sight.limit(dark ? Math.min(IN_THE_DARK, reading.sightMetres()) : reading.sightMetres());
        gauges.read(
                robot.report().isLying() ? reading.halved() : reading,
                body.motors().temperature(),
                dark);
        if (reading.depthCm() >= WADES) {
            robot.ruin("water got into it");
        } else if (reading.burning() || reading.celsius() >= WITHSTANDS) {
            robot.ruin("it burnt");
        }
    }

    void set(Fault fault, boolean broken) {
        switch (fault) {
            case STUCK_WHEEL -> body.setStuck(broken);
            case WEAK_GRIPPER -> arm.setWeak(broken);
            case FROZEN_STATE -> robot.report().setFrozen(broken);
            case BLIND -> sight.setBlind(broken);
            case DEAD_FAN -> body.motors().setUnventilated(broken);
            case LYING_SENSOR -> robot.report().setLying(broken);
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
