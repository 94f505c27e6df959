package dev.aizuchi.sim;

import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Riding a lift: waiting for the car, driving in, going along, and driving out. */
final class LiftRide implements Activity {
    /** How long a robot waits for a car that others use. */
    private static final long PATIENCE = Ticks.in(Duration.ofSeconds(90));

    private static final long BROKEN_PATIENCE = Ticks.in(Duration.ofSeconds(5));

    private enum Phase {
        WAITING(0),
        ENTERING(0.25),
        RIDING(0.5),
        LEAVING(0.75);

        /** The part of the ride before it; each takes a quarter. */
        private final double before;

        Phase(double before) {
            this.before = before;
        }
    }

    private final Floor floor;
    private final Body body;
    private final Sight sight;
    private final LiftCar car;
    private final Lift.Landing from;
    private final Lift.Landing to;
    private Phase phase;
    private @Nullable Driving driving;
    private long waited;
    private long stood;

    LiftRide(Floor floor, Body body, Sight sight, Lifts.Ride ride) {
        this.floor = floor;
        this.body = body;
        this.sight = sight;
        this.car = ride.car();
        this.from = ride.from();
        this.to = ride.to();
        this.phase = Phase.WAITING;
    }

    @Override
    public @Nullable Outcome tick() {
        boolean mine = car.claim(body);
        return switch (phase) {
            case WAITING -> await(mine);
            case ENTERING -> enter();
            case RIDING -> ride();
            case LEAVING -> leave();
        };
    }

    @Override
    public double progress() {
        return phase.before + (driving == null ? 0 : driving.progress() / 4);
    }

    private @Nullable Outcome await(boolean mine) {
        body.brake();
        if (isInside()) {
            phase = Phase.RIDING;
            return null;
        }
        if (car.isBroken()) {
            return brokenDown();
        }
        if (mine) {
            car.call(from);
            if (car.isOpenAt(from)) {
                begin(Phase.ENTERING, from.inside());
                return null;
            }
        }
        waited++;
        return waited < PATIENCE
                ? null
                : new Failed(Reason.BLOCKED, "others use " + car.lift().name() + " all the time");
    }

    private @Nullable Outcome enter() {
        car.call(from);
        Outcome end = drive();
        if (!(end instanceof Completed)) {
            return end;
        }
        if (!isInside()) {
            return new Failed(Reason.BLOCKED, "no room in " + car.lift().name());
        }
        phase = Phase.RIDING;
        driving = null;
        return null;
    }

    private @Nullable Outcome ride() {
        body.brake();
        if (car.isBroken()) {
            return brokenDown();
        }
        car.call(to);
        if (car.isOpenAt(to)) {
            begin(Phase.LEAVING, to.before());
        }
        return null;
    }

    private @Nullable Outcome leave() {
        car.call(to);
        return drive();
    }

    private @Nullable Outcome drive() {
        return driving == null ? new Completed() : driving.tick();
    }

    private void begin(Phase next, FloorPlan.Spot spot) {
        phase = next;
        driving = new Driving(floor, body, sight, spot);
    }

    private @Nullable Outcome brokenDown() {
        stood++;
        return stood < BROKEN_PATIENCE ? null : new Failed(Reason.BLOCKED, Lifts.outOfOrder(car));
    }

    private boolean isInside() {
        Point here = body.position();
        return from.car().contains(here.x(), here.y()) || to.car().contains(here.x(), here.y());
    }
}
