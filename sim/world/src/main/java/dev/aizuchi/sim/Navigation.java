package dev.aizuchi.sim;

import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How one robot gets somewhere: by its wheels, and by lift where that lies on another storey. */
final class Navigation {
    private final Floor floor;
    private final Lifts lifts;
    private final Body body;
    private final Sight sight;

    Navigation(Surroundings around, Unit unit) {
        this.floor = around.floor();
        this.lifts = around.lifts();
        this.body = unit.body();
        this.sight = unit.sight();
    }

    Activity to(FloorPlan.Spot spot) {
        if (!lifts.isRideNeeded(body.position(), spot.point())) {
            return drive(spot);
        }
        List<Lifts.Ride> rides = lifts.rides(body.position(), spot.point());
        if (rides.isEmpty()) {
            Failed none = new Failed(Reason.BLOCKED, lifts.whyNone(spot.point()));
            return new Timed(Ticks.TICK, () -> Optional.of(none), Completed::new);
        }
        boolean boarded = lifts.inside(body.position()).isPresent();
        List<Activity> legs = new ArrayList<>();
        for (Lifts.Ride ride : rides) {
            if (!boarded) {
                legs.add(drive(ride.from().waiting()));
            }
            boarded = false;
            legs.add(new LiftRide(floor, body, sight, ride));
        }
        legs.add(drive(spot));
        return new Journey(legs);
    }

    Activity straight(double metres) {
        return new Straight(floor, body, sight, metres);
    }

    private Activity drive(FloorPlan.Spot spot) {
        return new Driving(floor, body, sight, spot);
    }
}
