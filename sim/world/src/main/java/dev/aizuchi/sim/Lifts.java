package dev.aizuchi.sim;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lifts of a world, and the ways by them from storey to storey; guarded by the world's lock. */
final class Lifts {
    /** What doors and waiting take, in seconds, beside the ride. */
    private static final double STOP_SECONDS = 12;

    private static final double METRES_A_SECOND = 0.8;

    private final Floor floor;
    private final List<LiftCar> cars;

    /** One ride: from where to where, and in what. */
    record Ride(LiftCar car, Lift.Landing from, Lift.Landing to) {}

    /** A ride to a landing, how long it takes to get there, and the ride before it. */
    private record Reached(
            Ride ride, double seconds, @Nullable Reached before) {
        List<Ride> rides() {
            Deque<Ride> rides = new ArrayDeque<>();
            for (Reached each = this; each != null; each = each.before) {
                rides.addFirst(each.ride);
            }
            return List.copyOf(rides);
        }
    }

    Lifts(Floor floor, Crowd crowd, Ticks clock, Outbox outbox) {
        this.floor = floor;
        this.cars = floor.plan().lifts().stream()
                .map(lift -> new LiftCar(lift, floor, crowd, clock, outbox))
                .toList();
    }

    void tick() {
        for (LiftCar car : cars) {
            car.tick();
        }
    }

    List<Snapshot.LiftCar> shown() {
        return cars.stream().map(LiftCar::shown).toList();
    }

    LiftCar need(String name) {
        return cars.stream()
                .filter(car -> car.lift().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no lift " + name + "; there are "
                        + cars.stream().map(car -> car.lift().name()).toList()));
    }

    /** Find the landing in whose car somebody stands. */
    Optional<Ride> inside(Point point) {
        for (LiftCar car : cars) {
            for (Lift.Landing landing : car.lift().landings()) {
                if (landing.car().contains(point.x(), point.y())) {
                    return Optional.of(new Ride(car, landing, landing));
                }
            }
        }
        return Optional.empty();
    }

    /** Tell whether a way must be ridden: to another storey, or out of a car. */
    boolean isRideNeeded(Point from, Point to) {
        return !floor.isOnOneStorey(from, to) || inside(from).isPresent();
    }

    /** Find the quickest rides (Dijkstra over the landings); empty where there are none, or all are out of order. */
    List<Ride> rides(Point from, Point to) {
        PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingDouble(Reached::seconds));
        inside(from)
                .ifPresentOrElse(
                        ride -> {
                            board(ride, 0, null, open);
                            ride(ride, 0, null, open);
                        },
                        () -> walk(from, 0, null, open));
        Set<Lift.Landing> done = new HashSet<>();
        double[] last = floor.terrain().costsTo(to, 0, Planner.CLEARANCE);
        Reached best = null;
        double least = Double.POSITIVE_INFINITY;
        while (!open.isEmpty() && open.element().seconds < least) {
            Reached next = open.remove();
            if (done.add(next.ride.to)) {
                Point out = next.ride.to.before().point();
                double whole = next.seconds + seconds(last, out);
                if (whole < least) {
                    least = whole;
                    best = next;
                }
                walk(out, next.seconds, next, open);
            }
        }
        return best == null ? List.of() : best.rides();
    }

    /** Say why there is no way by lift to a storey. */
    String whyNone(Point to) {
        return cars.stream()
                .filter(LiftCar::isBroken)
                .findFirst()
                .map(Lifts::outOfOrder)
                .orElseGet(() -> {
                    int storey = floor.plan().storeyAt(to);
                    return "no lift goes to "
                            + floor.plan().storeys().get(storey).name() + " from here";
                });
    }

    static String outOfOrder(LiftCar car) {
        return car.lift().name() + " is out of order";
    }

    /** Go to each landing of the storey that can be got to, and ride on from there. */
    private void walk(Point from, double seconds, @Nullable Reached before, PriorityQueue<Reached> open) {
        int storey = floor.plan().storeyAt(from);
        for (LiftCar car : cars) {
            car.lift().on(storey).ifPresent(landing -> {
                double[] costs = floor.terrain().costsTo(landing.before().point(), 0, Planner.CLEARANCE);
                board(new Ride(car, landing, landing), seconds + seconds(costs, from), before, open);
            });
        }
    }

    /** Ride to each other storey. */
    private static void board(Ride at, double seconds, @Nullable Reached before, PriorityQueue<Reached> open) {
        for (Lift.Landing out : at.car.lift().landings()) {
            if (out.storey() != at.from.storey()) {
                ride(new Ride(at.car, at.from, out), seconds, before, open);
            }
        }
    }

    private static void ride(Ride ride, double seconds, @Nullable Reached before, PriorityQueue<Reached> open) {
        if (!ride.car.isBroken() && seconds < Double.POSITIVE_INFINITY) {
            int storeys = Math.abs(ride.to.storey() - ride.from.storey());
            double takes = STOP_SECONDS + ride.car.lift().seconds() * storeys;
            open.add(new Reached(ride, seconds + takes, before));
        }
    }

    private double seconds(double[] costs, Point from) {
        return costs[floor.terrain().grid().at(from)] / METRES_A_SECOND;
    }
}
