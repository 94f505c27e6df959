package dev.aizuchi.sim;

import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.Whereabouts.At;
import dev.aizuchi.sim.Whereabouts.OnFloor;
import dev.aizuchi.sim.Whereabouts.OnTray;
import dev.aizuchi.sim.Whereabouts.With;
import java.time.Duration;
import java.util.Optional;

/** A robot's arm and tray; guarded by the world's lock. */
final class Arm {
    private static final Duration GRASPING = Duration.ofSeconds(3);
    private static final Duration HANDING = Duration.ofSeconds(3);
    private static final Duration RELEASING = Duration.ofSeconds(2);
    private static final double REACH = 1.0;
    /** A robot's arm and that of a person. */
    private static final double TWO_ARMS = 1.5;

    private final Floor floor;
    private final People people;
    private final Stock stock;
    private final String robot;
    private final Body body;
    private boolean weak;

    Arm(Surroundings around, String robot, Body body) {
        this.floor = around.floor();
        this.people = around.people();
        this.stock = around.stock();
        this.robot = robot;
        this.body = body;
    }

    void setWeak(boolean weak) {
        this.weak = weak;
        if (weak) {
            stock.drop(robot, body.position());
        }
    }

    Activity grasp(String item) {
        return new Timed(GRASPING, () -> whyNoGrasp(item), () -> take(item));
    }

    Activity handOver(String item) {
        return new Timed(HANDING, () -> whyNoHandOver(item), () -> give(item));
    }

    Activity release() {
        return new Timed(RELEASING, this::whyNoRelease, this::putDown);
    }

    private Optional<Place> here() {
        return floor.placeWithin(body.position(), REACH);
    }

    private Optional<Failed> whyNoGrasp(String item) {
        if (!stock.knows(item)) {
            return Acts.refusal("no " + item + " on this floor");
        }
        if (stock.isTrayFull(robot)) {
            return Acts.refusal("the tray is full");
        }
        return here().filter(place -> stock.has(item, new At(place))).isPresent()
                ? Optional.empty()
                : Acts.refusal("no " + item + " here");
    }

    private Outcome take(String item) {
        At from = new At(here().orElseThrow());
        if (weak) {
            Point where = body.position();
            stock.move(item, from, new OnFloor(where.x(), where.y()));
            return new Failed(Reason.FAULT, "the gripper lost the " + item);
        }
        stock.move(item, from, new OnTray(robot));
        return new Completed();
    }

    private Optional<Failed> whyNoHandOver(String item) {
        if (!stock.has(item, new OnTray(robot))) {
            return Acts.refusal("no " + item + " on the tray");
        }
        return people.within(body.position(), TWO_ARMS).isPresent()
                ? Optional.empty()
                : Acts.refusal("nobody within reach");
    }

    private Outcome give(String item) {
        Person person = people.within(body.position(), TWO_ARMS).orElseThrow();
        stock.move(item, new OnTray(robot), new With(person.who().name()));
        return new Completed();
    }

    private Optional<Failed> whyNoRelease() {
        if (stock.isTrayEmpty(robot)) {
            return Acts.refusal("nothing on the tray");
        }
        return here().isPresent() ? Optional.empty() : Acts.refusal("no place to put things down here");
    }

    private Outcome putDown() {
        stock.putDown(robot, here().orElseThrow());
        return new Completed();
    }
}
