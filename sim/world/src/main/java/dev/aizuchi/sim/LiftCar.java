package dev.aizuchi.sim;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The car of one lift: it goes where it is called, in the order of the calls, and its door does not close on anybody.
 * Guarded by the world's lock.
 */
final class LiftCar {
    private static final long DOOR = Ticks.in(Duration.ofSeconds(2));
    private static final long STANDS_OPEN = Ticks.in(Duration.ofSeconds(4));
    /** Metres around the door in which its light curtain sees somebody. */
    private static final double CURTAIN = 0.3;

    private enum Phase {
        CLOSED,
        OPENING,
        OPEN,
        CLOSING,
        MOVING
    }

    private final Lift lift;
    private final Floor floor;
    private final Crowd crowd;
    private final Ticks clock;
    private final Outbox outbox;
    private final Deque<Lift.Landing> calls = new ArrayDeque<>();
    private Lift.Landing at;
    private Lift.Landing goal;
    private Phase phase = Phase.CLOSED;
    private long ticks;
    private boolean broken;
    private boolean full;
    private @Nullable Body rider;
    private long claimed;

    LiftCar(Lift lift, Floor floor, Crowd crowd, Ticks clock, Outbox outbox) {
        this.lift = lift;
        this.floor = floor;
        this.crowd = crowd;
        this.clock = clock;
        this.outbox = outbox;
        this.at = lift.landings().get(0);
        this.goal = at;
    }

    Lift lift() {
        return lift;
    }

    /** Tell whether it stands still, out of order. */
    boolean isBroken() {
        return broken;
    }

    /** Break it, or have it work again; a door that is moving stays as it is until then. */
    void setBroken(boolean isBroken) {
        broken = isBroken;
    }

    /** Fill it with people who let nobody else in, or empty it. */
    void setFull(boolean isFull) {
        full = isFull;
    }

    /** Tell whether the car stands at a landing with its door open. */
    boolean isOpenAt(Lift.Landing landing) {
        return phase == Phase.OPEN && at.storey() == landing.storey();
    }

    /** Have the car come to a landing, or keep its door open there. */
    void call(Lift.Landing landing) {
        if (isOpenAt(landing)) {
            ticks = Math.max(ticks, STANDS_OPEN / 2);
        } else if (!calls.contains(landing)) {
            calls.add(landing);
        }
    }

    /** Take the car for one robot; false while others are in it. To be asked for again in each tick. */
    boolean claim(Body who) {
        boolean free = rider == null || claimed < clock.count() - 1;
        if (rider != who && (full || !free || crowd.hasRobot(at.car()))) {
            return false;
        }
        rider = who;
        claimed = clock.count();
        return true;
    }

    void tick() {
        if (broken || (ticks > 0 && --ticks > 0)) {
            return;
        }
        switch (phase) {
            case CLOSED -> leave();
            case OPENING -> standOpen();
            case OPEN -> close();
            case CLOSING -> phase = Phase.CLOSED;
            case MOVING -> arrive();
        }
    }

    private void leave() {
        Lift.Landing next = calls.poll();
        if (next == null) {
            return;
        }
        goal = next;
        if (goal.storey() == at.storey()) {
            begin(Phase.OPENING, DOOR);
        } else {
            int storeys = Math.abs(goal.storey() - at.storey());
            begin(Phase.MOVING, Math.max(1, Math.round(lift.seconds() * storeys / Ticks.SECONDS)));
        }
    }

    private void arrive() {
        crowd.carry(at.car(), goal.car());
        at = goal;
        outbox.add(new WorldEvent.LiftArrived(clock.instant(), lift.name(), storey()));
        begin(Phase.OPENING, DOOR);
    }

    private void standOpen() {
        calls.remove(at);
        floor.setLiftDoor(at, true);
        begin(Phase.OPEN, STANDS_OPEN);
    }

    /** Close once nobody is in the door; it counts as closed from the beginning, so that nobody sets off through it. */
    private void close() {
        if (crowd.isWithin(at.door(), CURTAIN)) {
            return;
        }
        floor.setLiftDoor(at, false);
        begin(Phase.CLOSING, DOOR);
    }

    private void begin(Phase next, long length) {
        phase = next;
        ticks = length;
    }

    private String storey() {
        return floor.plan().storeys().get(at.storey()).name();
    }

    Snapshot.LiftCar shown() {
        return new Snapshot.LiftCar(lift.name(), storey(), phase == Phase.OPEN, phase == Phase.MOVING, !broken, full);
    }
}
